import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { story } from '../support/story.js';

const ROOT = join(__dirname, '../..');

/** What a bench does first: its folder, PostgreSQL, an event store node. */
const BENCH = `const { onStage } = await import(${JSON.stringify(join(ROOT, 'bench/stage.mjs'))});
  await onStage({}, async (stage) => { await stage.startNode(); await new Promise(() => undefined); });`;

// Each starts processes of its own.
jest.setTimeout(240_000);

describe('what is stopped leaves nothing', () => {
  let folder: string;
  let started: ChildProcess | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quittance-stopped-'));
    chmodSync(folder, 0o1777); // as root, PostgreSQL runs as another account
  });
  afterEach(() => {
    started?.kill('SIGKILL');
    for (const { pid } of using(folder)) kill(pid);
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [what, words, signal, code, sign] of [
    ['a bench', ['--input-type=module', '-e', BENCH], 'SIGINT', 130, 'event-store.main'],
    ['npm run show', ['scripts/show/run.mjs', 'mended-doors', '--only', 'B2'], 'SIGTERM', 143, 'jest-worker'],
    [
      'a command of a show',
      ['scripts/show/run.mjs', 'engine', '--only', 'lag', '--quick'],
      'SIGINT',
      130,
      ' -D ',
    ],
  ] as const) {
    story(
      'mended-files',
      'B1',
      `${what} that is stopped by ${signal} leaves no folder and no process`,
      async (show) => {
        started = spawn(process.execPath, words, {
          cwd: ROOT,
          env: { ...process.env, TMPDIR: folder },
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        const ended = new Promise((resolve) => started!.once('exit', resolve));
        let over = false;
        void ended.then(() => (over = true));
        while (!over && !using(folder).some(({ line }) => line.includes(sign))) await pause(50);
        started.kill(signal);
        // npm passes on what the terminal has sent already.
        started.kill(signal);
        const got = await ended;
        show({
          input: `${what}, ${signal} twice while ${sign} is there`,
          right: { code, processes: [], files: [] },
          got: { code: got, processes: using(folder), files: readdirSync(folder).filter(isNoLog) },
        });
      },
    );
  }
});

/** The log of a show is meant to be read afterwards. */
const isNoLog = (name: string): boolean => !name.endsWith('.log');

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** Processes whose environment or command line names something in the folder. Linux; elsewhere none are found. */
function using(folder: string): { pid: number; line: string }[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const read = (file: string): string => readFileSync(`/proc/${name}/${file}`, 'utf8');
      const line = read('cmdline').replaceAll('\0', ' ').trim();
      const concerned = line.includes(folder) || read('environ').includes(`=${folder}`);
      return line && concerned ? [{ pid: Number(name), line }] : [];
    } catch {
      return [];
    }
  });
}
