import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { story } from '../../../../test/support/story.js';

const ROOT = join(__dirname, '../../../..');
const copy = mkdtempSync(join(tmpdir(), 'quittance-feature-'));
for (const path of ['libs', 'scripts', 'test/support', 'tsconfig.json', '.prettierrc.json', 'package.json'])
  cpSync(join(ROOT, path), join(copy, path), { recursive: true });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
const source = join(copy, 'libs/receivables/src');

const make = (...args: string[]) =>
  spawnSync(process.execPath, [join(copy, 'scripts/new-feature/run.mjs'), ...args], { encoding: 'utf8' });
/** The example that `--help` prints, and a feature with a stream of its own. */
const [, ...example] = /Example: npm run new:feature -- (.+)/
  .exec(make('--help').stdout)![1]!
  .split(/ (?=--)| /);
const NAMES = ['site-visit', 'opening-entry'] as const;
const made = [make('site-visit', ...example), make('opening-entry')];

afterAll(() => rmSync(copy, { recursive: true }));

/** What the compiler says of the folders and of the registry that names them. */
function complaints(): string[] {
  const { config } = ts.readConfigFile(join(copy, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, copy);
  const files = [
    join(source, 'features.ts'),
    ...NAMES.flatMap((name) => readdirSync(join(source, name)).map((file) => join(source, name, file))),
  ];
  const program = ts.createProgram(files, { ...options, incremental: false, noEmit: true });
  return files.flatMap((file) => {
    const of = program.getSourceFile(file)!;
    return [...program.getSyntacticDiagnostics(of), ...program.getSemanticDiagnostics(of)].map(
      ({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}

describe('npm run new:feature', () => {
  story('ground', 'H1', 'writes a folder that compiles, and one line in the registry', (show) => {
    const added = readFileSync(join(source, 'features.ts'), 'utf8')
      .split('\n')
      .filter((line) => !readFileSync(join(ROOT, 'libs/receivables/src/features.ts'), 'utf8').includes(line));
    show({
      input: 'npm run new:feature -- site-visit --on invoice; npm run new:feature -- opening-entry',
      right: {
        status: [0, 0],
        complaints: [],
        added: [
          `import { openingEntryFeature } from './opening-entry/opening-entry.feature.js';`,
          `import { siteVisitFeature } from './site-visit/site-visit.feature.js';`,
          '  siteVisitFeature,',
          '  openingEntryFeature,',
        ],
      },
      got: { status: made.map(({ status }) => status), complaints: complaints(), added },
    });
  });

  it('writes features that the registry takes: each projection says what it makes of their facts', () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { PROJECTIONS } = require(join(source, 'features.ts')) as typeof import('../features.js');
    const names = PROJECTIONS.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['site-visits', 'opening-entries']));
  });

  it('refuses what is no name, what is there already, and another stream', () => {
    const refused = [['Site'], ['site-visit'], ['new-one', '--on', 'payment'], [], ['x', '--what']].map(
      (args) => {
        const { status, stderr } = make(...args);
        return [status, stderr.split('\n')[0]];
      },
    );
    expect(refused).toEqual([
      [2, '"Site" is not in kebab case: letters a to z, words with hyphens between'],
      [2, expect.stringMatching(/site-visit is there already: nothing was written$/)],
      [2, expect.stringMatching(/^--on takes "invoice"/)],
      [2, 'one name is needed'],
      [2, expect.stringMatching(/^Unknown option '--what'/)],
    ]);
  });
});

// The specs that it wrote run here.
// eslint-disable-next-line @typescript-eslint/no-require-imports
for (const name of NAMES) require(join(source, name, `${name}.spec.ts`));
