import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEventStoreNode } from '@quittance/embedded';
import { quittance as run } from '../support/command-line.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { startTestDatabases, type TestDatabases } from '../support/stores.js';
import { story } from '../support/story.js';

// A dozen processes of their own, each of which looks at the build first.
jest.setTimeout(240_000);

const ROOT = resolve(__dirname, '../..');

describe('the examples of --help', () => {
  let quittance: Quittance;
  let databases: TestDatabases;
  let node: Awaited<ReturnType<typeof startEventStoreNode>>;
  let env: NodeJS.ProcessEnv;
  let home: string;

  beforeAll(async () => {
    [quittance, databases] = await Promise.all([startQuittance(), startTestDatabases()]);
    node = await startEventStoreNode({
      databaseUrl: databases.eventsDatabaseUrl,
      host: '127.0.0.1',
      access: 'plaintext',
      port: 0,
    });
    home = mkdtempSync(join(tmpdir(), 'quittance-home-'));
    env = {
      PATH: process.env.PATH,
      HOME: home,
      DATA_DIR: quittance.dataDir,
      DATABASE_URL: quittance.databaseUrl,
      EVENTSTORE_URL: quittance.eventStoreUrl,
      AUTH_DEVELOPMENT: 'true',
      QUITTANCE_URL: quittance.url,
      NEW_STORE: `esdb://127.0.0.1:${node.port}?tls=false`,
      npm_config_update_notifier: 'false',
    };
  });
  afterAll(async () => {
    await node?.stop();
    await Promise.all([quittance?.stop(), databases?.stop()]);
    rmSync(home, { recursive: true, force: true });
  });

  story(
    'mended-files',
    'B1',
    'of every command run as they are printed, on a fresh installation',
    async (show) => {
      const examples = await everyExample();
      expect(examples.map(({ command }) => command)).toEqual(
        expect.arrayContaining([
          '',
          'import',
          'report aging',
          'erase-person',
          'export-audit',
          'migrate-store',
        ]),
      );
      const printed = [...new Set(examples.flatMap(({ lines }) => lines))];
      const failed: object[] = [];
      for (const line of inTheirOrder(printed)) {
        const { status, stderr } = await shell(line);
        if (status !== 0) failed.push({ line, status, stderr });
      }
      const without = examples.filter(({ lines }) => lines.length === 0).map(({ command }) => command);
      show({ input: printed, right: { failed: [], without: [] }, got: { failed, without } });
    },
  );

  const asked = async (...args: string[]): Promise<[number | string, string]> => {
    const { code, stderr } = await run(args, env as Record<string, string>).ended;
    return [code, stderr.replace(/^building\.\.\.\n/, '').trim()];
  };

  story('mended-files', 'B1', 'Whatever the API refuses (any 4xx) ends a command with 4', async (show) => {
    const [notFound] = await asked('erase-person', '--customer', 'nobody', '--reason', 'a test');
    const [invalid] = await asked('report', 'aging', '--as-of', '2026-03-31', '--buckets', 'x');
    show({
      input: ['erase-person --customer nobody (404)', 'report aging --buckets x (422)'],
      right: [4, 4],
      got: [notFound, invalid],
    });
  });

  story(
    'mended-files',
    'B3',
    'An error names the option of the command line, and begins as all do',
    async (show) => {
      const [, buckets] = await asked('report', 'aging', '--as-of', '2026-03-31', '--buckets', 'x');
      const [, knownAt] = await asked('report', 'aging', '--as-of', '2026-03-31', '--known-at', 'x');
      const [, asOf] = await asked('report', 'aging', '--as-of', 'x');
      const said = [buckets, knownAt, asOf];
      show({
        input: ['--buckets x', '--known-at x', '--as-of x'],
        right: {
          named: [true, true, true],
          parameters: [],
          prefix: ['quittance:', 'quittance:', 'quittance:'],
        },
        got: {
          named: ['--buckets', '--known-at', '--as-of'].map((option, i) => said[i]!.includes(option)),
          parameters: said.filter((line) => /\/(buckets|knownAt|asOf)/.test(line)),
          prefix: said.map((line) => line.split(' ')[0]),
        },
      });
    },
  );

  /** As the terminal runs it; this process goes on serving meanwhile. */
  const shell = async (line: string): Promise<{ status: number | null; stderr: string }> => {
    const child = spawn('bash', ['-c', line], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (data) => (stderr += String(data)));
    return new Promise((done) => child.on('close', (status) => done({ status, stderr })));
  };
});

/** Who is erased is not asked of afterwards, and what is moved is not written to. */
function inTheirOrder(lines: readonly string[]): string[] {
  const place = (line: string): number =>
    line.includes('import docs/')
      ? -1
      : line.includes('erase-person')
        ? 1
        : line.includes('migrate-store')
          ? 2
          : 0;
  return [...lines].sort((a, b) => place(a) - place(b));
}

interface Examples {
  command: string;
  lines: string[];
}

/** Of the program, its commands and theirs, as `--help` prints them. */
async function everyExample(words: string[] = []): Promise<Examples[]> {
  const { stdout, code } = await run([...words, '--help'], {}).ended;
  expect({ words, code }).toEqual({ words, code: 0 });
  const [, after = ''] = /^Examples?\b[^\n]*:\n((?: {2}.*\n?)+)/m.exec(stdout) ?? [];
  const lines = after
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const [, listed = ''] = /^Commands:\n((?: {2}.*\n?)+)/m.exec(stdout) ?? [];
  const names = [...listed.matchAll(/^ {2}([a-z][a-z-]*)/gm)]
    .map(([, name]) => name!)
    .filter((name) => name !== 'help');
  const below = await Promise.all(names.map((name) => everyExample([...words, name])));
  return [{ command: words.join(' '), lines }, ...below.flat()];
}
