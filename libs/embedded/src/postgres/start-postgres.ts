import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart, diskFull, fileSystemError } from '../cannot-start.js';
import { send } from '../processes.js';
import { type Account, canEnter, runAs, serverAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { lockFolder, makeSocketFolder, socketFolderOf } from './folder-lock.js';
import { initCluster, serverEnvironment } from './init-cluster.js';
import { clearLeftover, postmasterPid } from './leftover.js';

/**
 * The shell stays beside the server: when our end of its pipe closes, however we ended, it shuts the server down.
 * Keyboard signals go to us only.
 */
const WATCHED = `"$@" </dev/null 3<&- & p=$!
(read -r _ || kill -INT $p) 2>/dev/null <&3 & w=$!
trap "" INT TERM HUP; wait $p; c=$?; kill $w 2>/dev/null; exit $c`;

/** No TCP: the folder of the socket is the only door. Minimal WAL: nobody replicates, and bulk loads skip it. */
const ALWAYS = ['listen_addresses=', 'wal_level=minimal', 'max_wal_senders=0', 'jit=off', 'max_wal_size=2GB'];
const THROWAWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

export interface PostgresOptions {
  /** The cluster's folder; made when missing, its parent too. */
  dir: string;
  /** For tests: no fsync, and the folder is removed by `stop`. */
  throwaway?: boolean;
  /** Where the server logs; default `<dir>.log`. */
  logFile?: string;
  /** A folder of the system's PostgreSQL programs, where the npm package has none for the platform. */
  systemBin?: string;
}

export interface PostgresServer {
  socketFolder: string;
  /** A connection string over the socket; every role may connect without a password, the folder is the guard. */
  url(database: string, role?: string): string;
  /** Resolves with the exit code when the server has ended, asked to or not. */
  exited: Promise<number>;
  /** `immediate` does not wait for open transactions' rollback: the next start recovers. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

/**
 * Starts a real PostgreSQL on a folder: as root, as an ordinary user, after a kill -9 of anything, always the same
 * call. @throws CannotStart with one line: folder in use, of another version, without rights, disk full.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  try {
    return await start(options);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code ? fileSystemError(error, dirname(options.dir)) : error;
  }
}

async function start({
  dir,
  throwaway = false,
  logFile,
  systemBin,
}: PostgresOptions): Promise<PostgresServer> {
  mkdirSync(dirname(dir), { recursive: true });
  const cluster = join(realpathSync(dirname(dir)), basename(resolve(dir)));
  const folder = dirname(cluster);
  const account = serverAccount(cluster);
  if (!canEnter(account, folder)) {
    throw new CannotStart(`DATA_DIR: the account PostgreSQL runs as cannot enter ${folder}`);
  }
  const binaries = findBinaries(account, systemBin);
  const socketFolder = socketFolderOf(cluster);
  makeSocketFolder(socketFolder, account);
  const lock = await lockFolder(
    join(socketFolder, 'server'),
    () => new CannotStart(`DATA_DIR: ${folder} is in use by another running Quittance`),
  );
  try {
    await clearLeftover(cluster, socketFolder);
    await initCluster(cluster, binaries, account, throwaway);
    const settings = [...ALWAYS, ...(throwaway ? THROWAWAY : [])].flatMap((setting) => ['-c', setting]);
    const words = [
      join(binaries.bin, 'postgres'),
      '-D',
      cluster,
      '-p',
      '5432',
      '-k',
      socketFolder,
      ...settings,
    ];
    const server = await launch(words, cluster, account, logFile ?? `${cluster}.log`);
    void server.exited.then(() => lock.release());
    return {
      ...server,
      socketFolder,
      url: (database, role = 'postgres') =>
        `postgres://${role}@/${database}?host=${encodeURIComponent(socketFolder)}`,
      async stop(mode) {
        await server.stop(mode);
        const made = throwaway ? [socketFolder, cluster, logFile ?? `${cluster}.log`] : [];
        made.forEach((path) => rmSync(path, { recursive: true, force: true }));
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function launch(
  words: string[],
  cluster: string,
  account: Account | undefined,
  logFile: string,
): Promise<Pick<PostgresServer, 'exited' | 'stop'>> {
  const before = readiness(cluster);
  const log = openSync(logFile, 'a');
  const logged = statSync(logFile).size;
  const child: ChildProcess = spawn('/bin/sh', ['-c', WATCHED, 'postgres-watched', ...words], {
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
    child.once('exit', (code, signal) => done(code ?? (signal ? 128 : 0)));
  }).then((code) => ((ended = true), pipe.end(), code));
  while (!ended) {
    const now = readiness(cluster);
    if (now.ready && now.stamp !== before.stamp) {
      return { exited, stop: (mode) => stop(cluster, pipe, exited, mode) };
    }
    await pause(10);
  }
  throw whyNot(readFileSync(logFile, 'utf8').slice(logged), logFile, dirname(cluster));
}

/** Line 8 of postmaster.pid says `ready`; so does a stale file, which is told by its stamp. */
function readiness(cluster: string): { ready: boolean; stamp?: string } {
  try {
    const file = join(cluster, 'postmaster.pid');
    const { ino, mtimeNs } = statSync(file, { bigint: true });
    return {
      ready: readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready',
      stamp: `${ino}-${mtimeNs}`,
    };
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
  const timer = setTimeout(hurry, mode === 'immediate' ? 0 : 20_000);
  await exited;
  clearTimeout(timer);
}

function whyNot(log: string, logFile: string, folder: string): CannotStart {
  if (log.includes('No space left on device')) return diskFull(folder);
  const line =
    log.split('\n').findLast((text) => /(FATAL|PANIC):/.test(text)) ?? log.trim().split('\n').at(-1);
  const why = line?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? '';
  return new CannotStart(`PostgreSQL did not start: ${why || 'it said nothing'} (see ${logFile})`, 1);
}
