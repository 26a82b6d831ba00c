import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart, diskFull } from '../cannot-start.js';
import { send } from '../processes.js';
import { type Account, runAs } from './account.js';
import { serverEnvironment } from './init-cluster.js';
import { postmasterPid } from './leftover.js';

/**
 * The shell stays beside the server: when our end of its pipe closes, however we ended, it shuts the server down.
 * Keyboard signals go to us only.
 */
const WATCHED = `"$@" </dev/null 3<&- & p=$!
(read -r _ || kill -INT $p) 2>/dev/null <&3 & w=$!
trap "" INT TERM HUP; wait $p; c=$?; kill $w 2>/dev/null; exit $c`;

/** How long open transactions and the last checkpoint may take; then the next start recovers instead. */
const PATIENCE = 10_000;

export interface LaunchedServer {
  /** Resolves with the exit code when the server has ended, asked to or not. */
  exited: Promise<number>;
  /** In one line, from its log. */
  whyEnded(): CannotStart;
  /** `immediate` waits for nothing: the next start recovers. A second call may hurry the first. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

/** Runs the server under its watching shell. Resolves when it takes connections. @throws CannotStart it ended */
export async function launchServer(
  words: string[],
  cluster: string,
  account: Account | undefined,
  logFile: string,
): Promise<LaunchedServer> {
  const before = readiness(cluster);
  const log = openSync(logFile, 'a', 0o640);
  const logged = fstatSync(log).size;
  const child = spawn('/bin/sh', ['-c', WATCHED, 'postgres-watched', ...words], {
    ...runAs(account),
    env: serverEnvironment(),
    cwd: '/',
    detached: true, // Ctrl-C must not reach it: the application stops it last
    stdio: ['ignore', log, log, 'pipe'],
  });
  closeSync(log);
  const pipe = child.stdio[3] as NodeJS.WritableStream;
  pipe.on('error', () => undefined); // the server may end before us
  let ended = false;
  const exited = new Promise<number>((done) => {
    child.once('error', () => done(127));
    child.once('exit', (code) => done(code ?? 128));
  }).finally(() => {
    ended = true;
    pipe.end();
  });
  const whyEnded = (): CannotStart => {
    const said = readFileSync(logFile).subarray(logged).toString('utf8');
    return reason(said, logFile, dirname(cluster));
  };
  while (!ended) {
    const now = readiness(cluster);
    if (now.ready && now.stamp !== before.stamp) {
      return { exited, whyEnded, stop: (mode) => stop(cluster, pipe, exited, mode) };
    }
    await pause(10);
  }
  throw whyEnded();
}

/** Line 8 of postmaster.pid says `ready`; so does a stale file, which is told by its stamp. */
function readiness(cluster: string): { ready: boolean; stamp?: string } {
  try {
    const file = join(cluster, 'postmaster.pid');
    const { ino, mtimeNs } = statSync(file, { bigint: true });
    const ready = readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready';
    return { ready, stamp: `${ino}-${mtimeNs}` };
  } catch {
    return { ready: false };
  }
}

async function stop(
  cluster: string,
  pipe: NodeJS.WritableStream,
  exited: Promise<number>,
  mode: 'fast' | 'immediate' = 'fast',
): Promise<void> {
  pipe.end();
  const hurry = (): void => {
    const pid = postmasterPid(cluster);
    if (pid) send(pid, 'SIGQUIT');
  };
  const timer = setTimeout(hurry, mode === 'immediate' ? 0 : PATIENCE);
  await exited;
  clearTimeout(timer);
}

function reason(said: string, logFile: string, folder: string): CannotStart {
  if (said.includes('No space left on device')) return diskFull(folder);
  const lines = said.trim().split('\n');
  const line = lines.findLast((text) => /(FATAL|PANIC):/.test(text)) ?? lines.at(-1) ?? '';
  return new CannotStart(
    `PostgreSQL ended: ${line.replace(/^.*?(FATAL|PANIC):\s*/, '')} (see ${logFile})`,
    1,
  );
}
