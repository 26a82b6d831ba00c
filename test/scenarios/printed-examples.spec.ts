import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEventStoreNode } from '@quittance/embedded';
import { commandLine } from '../../apps/cli/src/command-line.js';
import { quittance } from '../support/command-line.js';
import { helpExamples, helpOf, inTheirOrder } from '../support/help-examples.js';
import { Installations } from '../support/installation.js';
import { blocksOf, namedIn, pages, ROOT } from '../support/printed-examples.js';
import { Examples } from '../support/run-examples.js';
import { startTestDatabases, type TestDatabases } from '../support/stores.js';
import { story } from '../support/story.js';

const installations = new Installations();
let work: string;
let examples: Examples;
let url: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'quittance-examples-'));
  const folder = await mkdtemp(join(work, 'reader-'));
  // As root PostgreSQL runs as another account, which must be able to enter.
  for (const open of [work, folder]) await chmod(open, 0o755);
  url = await installations.start(join(work, 'data')).up();
  examples = new Examples(folder, join(work, 'data'), url);
});
afterAll(async () => {
  await installations.stop();
  await rm(work, { recursive: true, force: true });
});

describe('what is printed runs', () => {
  for (const page of pages()) {
    const blocks = blocksOf(page);
    if (blocks.length === 0) continue;
    story(
      'mended-files',
      'B1',
      `Every command, request, query and answer printed in ${page} runs on a fresh installation, or says why it is not run here`,
      async (show) => {
        const faults: string[] = [];
        for (const block of blocks) {
          const fault = await examples.faultOf(block);
          if (fault !== undefined) faults.push(`${page}:${block.line} ${fault}`);
        }
        const notRun = blocks.filter(({ markers }) => markers.some(({ kind }) => kind === 'not run'));
        const input = { page, blocks: blocks.length, notRun: notRun.length };
        show({ input, right: 'all of them run', got: faults.length === 0 ? 'all of them run' : faults });
      },
      300_000,
    );
  }
});

describe('the examples of --help', () => {
  let databases: TestDatabases;
  let node: Awaited<ReturnType<typeof startEventStoreNode>>;
  beforeAll(async () => {
    databases = await startTestDatabases();
    const { eventsDatabaseUrl: databaseUrl } = databases;
    node = await startEventStoreNode({ databaseUrl, host: '127.0.0.1', access: 'plaintext', port: 0 });
    process.env.NEW_STORE = `esdb://127.0.0.1:${node.port}?tls=false`;
  });
  afterAll(async () => {
    delete process.env.NEW_STORE;
    await node?.stop();
    await databases?.stop();
  });

  const asked = async (...args: string[]): Promise<[number | string, string]> => {
    const env = { DATA_DIR: join(work, 'data'), QUITTANCE_URL: url };
    const { code, stderr } = await quittance(args, env).ended;
    return [code, stderr.trim()];
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
    'An error names the option that was given, and begins as all do',
    async (show) => {
      const named = { '--buckets': 'x', '--known-at': 'y', '--as-of': 'z' };
      const said = [];
      for (const [option, value] of Object.entries({ ...named })) {
        const asOf = option === '--as-of' ? [] : ['--as-of', '2026-03-31'];
        said.push((await asked('report', 'aging', ...asOf, option, value))[1]);
      }
      const all = Object.keys(named).map(() => ({ names: true, parameter: false, prefix: 'quittance:' }));
      const got = said.map((line, i) => ({
        names: line.includes(Object.keys(named)[i]!),
        parameter: /\/(buckets|knownAt|asOf)/.test(line),
        prefix: line.split(' ')[0],
      }));
      show({ input: named, right: all, got });
    },
  );

  story(
    'mended-files',
    'B1',
    'Every command has an example, which runs as it is printed',
    async (show) => {
      const found = helpExamples();
      const home = await mkdtemp(join(work, 'reader-'));
      await chmod(home, 0o755);
      const runner = new Examples(home, join(work, 'data'), url);
      const failed: string[] = [];
      const lines = inTheirOrder(found.flatMap((one) => one.lines));
      for (const text of lines) {
        const fault = await runner.faultOf({ language: 'sh', text, markers: [], line: 0, page: '--help' });
        if (fault !== undefined) failed.push(`${text}: ${fault}`);
      }
      const without = found.filter((one) => one.lines.length === 0).map(({ command }) => command);
      show({ input: lines, right: { failed: [], without: [] }, got: { failed, without } });
    },
    300_000,
  );
});

describe('what is named within a sentence', () => {
  const named = pages().map(namedIn);

  it('is a script of package.json, where it begins with npm', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    const known = ['ci', 'install', 'start', 'test', ...Object.keys(scripts)];
    expect(named.flatMap((page) => page.scripts).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('is a request that is answered, where it begins with GET', async () => {
    const refused = [];
    for (const path of new Set(named.flatMap((page) => page.requests))) {
      const { status } = await examples.get(path);
      if (status !== 200) refused.push(`${path} ${status}`);
    }
    expect(refused).toEqual([]);
  });

  it('is a command with options that it has, where it begins with quittance', () => {
    const unknown = [];
    const program = commandLine();
    for (const command of new Set(named.flatMap((page) => page.commands))) {
      const words = command.split(' ');
      // An option that comes first is one of the program itself.
      const [first] = words;
      const asked = first!.startsWith('--') ? program : program.commands.find((one) => one.name() === first);
      const help = asked && helpOf(asked);
      if (!help || words.some((word) => word.startsWith('--') && !help.includes(word))) unknown.push(command);
    }
    expect(unknown).toEqual([]);
  });
});

describe('what is not run', () => {
  it('gives a reason: a marker without one is a fault', async () => {
    const [bare, excused] = blocksOf('a.md', page('<!-- not run -->', '<!-- not run: needs a cluster -->'));
    expect(await examples.faultOf(bare!)).toBe('"not run" gives no reason');
    expect(await examples.faultOf(excused!)).toBeUndefined();
  });

  it('stands right above its block: what follows a sentence is run', async () => {
    const [block] = blocksOf(
      'a.md',
      `<!-- not run: needs a cluster -->\n\nSo:\n\n\`\`\`sh\nexit 7\n\`\`\`\n`,
    );
    expect(await examples.faultOf(block!)).toMatch(/^exit 7/);
  });

  it('is no command: one in a block without a language is a fault', async () => {
    const [block] = blocksOf('a.md', '```\nnpm start\n```\n');
    expect(await examples.faultOf(block!)).toBe('a command in a block without a language');
  });

  function page(...comments: string[]): string {
    return comments.map((comment) => `${comment}\n\n\`\`\`sh\nexit 7\n\`\`\`\n`).join('\n');
  }
});
