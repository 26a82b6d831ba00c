import { chmodSync, chownSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '../cannot-start.js';
import type { Account } from './account.js';

/** A socket's path may have 107 bytes on Linux, 103 on macOS; PostgreSQL adds `/.s.PGSQL.5432`, or a longer port. */
const LONGEST = 103 - '/.s.PGSQL.5432'.length;

/** The folder of the sockets of a cluster: beside it, or (path too long) under the machine's temporary folder. */
export function socketFolderOf(cluster: string): string {
  const beside = `${cluster}.run`;
  if (Buffer.byteLength(beside) <= LONGEST) return beside;
  const name = createHash('sha256').update(cluster).digest('hex').slice(0, 16);
  const fallback = join(tmpdir(), `quittance-${name}`);
  return Buffer.byteLength(fallback) <= LONGEST ? fallback : join('/tmp', `quittance-${name}`);
}

/** Makes it for its owner alone: who may enter the folder is who may connect, for the server trusts every caller. */
export function makeSocketFolder(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  const stat = lstatSync(folder);
  const owner = account?.uid ?? process.getuid!();
  if (!stat.isDirectory() || stat.uid !== owner) {
    throw new CannotStart(
      `DATA_DIR: ${folder} belongs to another account: start as that one, or set another folder`,
    );
  }
  chmodSync(folder, 0o700);
}

export interface FolderLock {
  release: () => void;
}

export interface HolderOptions {
  /** What a start is told that finds the folder held: whether the holder is on its way out. */
  ending?: () => boolean;
  /** Called once when such a holder is waited for. */
  waiting?: () => void;
}

/** How long a holder that says it is ending is waited for, and how long one may take to say anything; milliseconds. */
const PATIENCE = 60_000;
const ANSWER = 1_000;

/**
 * One living owner a folder. The lock is a socket listened on: the kernel drops it with the process, whatever ended
 * it, and it is seen from other containers too, where process ids mean nothing. A stopped (SIGSTOP) owner keeps it.
 * @param path of the lock, in a socket folder.
 */
export async function lockFolder(
  path: string,
  inUse: () => CannotStart,
  { ending = () => false, waiting }: HolderOptions = {},
): Promise<FolderLock> {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (!(await isLeft(path, ending, waiting))) throw inUse();
    // Two starts may both find the same dead socket: move it away and ask again, so that a live one is put back.
    const aside = `${path}.${process.pid}`;
    try {
      renameSync(path, aside);
      if (await isLocked(aside)) {
        renameSync(aside, path);
        throw inUse();
      }
      rmSync(aside, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    const release = await listen(path, ending);
    if (release) return { release };
  }
  throw inUse();
}

/** Whether nobody holds the lock (any more): a holder that is ending is waited for, unless we are `endingToo`. */
async function isLeft(path: string, endingToo: () => boolean, waiting?: () => void): Promise<boolean> {
  let asked = 0;
  let ending = false;
  for (const until = Date.now() + PATIENCE; Date.now() < until; await pause(50)) {
    const holder = await holderOf(path);
    if (holder === 'nobody') return true;
    if (endingToo() || holder === 'running' || (holder === 'cut off' && !ending && ++asked === 5))
      return false;
    if (holder !== 'ending' || ending) continue;
    ending = true;
    waiting?.();
  }
  return false;
}

/** `cut off`: it went in the middle of its answer, or is of an earlier version, which says nothing. */
const holderOf = (path: string): Promise<'nobody' | 'cut off' | State> =>
  new Promise((resolve) => {
    let said = '';
    let reached = false;
    const socket = createConnection(path).setEncoding('utf8').setTimeout(ANSWER);
    socket
      .on('connect', () => (reached = true))
      .on('data', (text) => (said += text.toString()))
      .on('timeout', () => {
        said = RUNNING; // stopped (SIGSTOP)
        socket.destroy();
      })
      .on('error', () => undefined)
      .on('close', () =>
        resolve(!reached ? 'nobody' : said === RUNNING || said === ENDING ? said : 'cut off'),
      );
  });

const [RUNNING, ENDING] = ['running', 'ending'] as const;
type State = typeof RUNNING | typeof ENDING;

/** Whether somebody alive holds the lock. */
export const isLocked = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const listen = (path: string, ending: () => boolean): Promise<(() => void) | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((caller) => {
      caller.on('error', () => undefined);
      caller.end(ending() ? ENDING : RUNNING, () => caller.destroy());
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(path, () => {
      server.unref(); // the lock alone keeps no process alive
      resolve(() => server.close());
    });
  });
