import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CannotStart, fileSystemError } from '../cannot-start.js';
import { canEnter, serverAccount } from './account.js';
import { writeDoors } from './analysts.js';
import { findBinaries } from './binaries.js';
import { lockFolder, makeSocketFolder, socketFolderOf } from './folder-lock.js';
import { initCluster } from './init-cluster.js';
import { type LaunchedServer, launchServer } from './launched-server.js';
import { clearLeftover } from './leftover.js';

/** The folder of the socket is the only door, unless analysts are let in. The WAL holds every change, which a backup needs; nobody replicates. */
const ALWAYS = [
  ...['wal_level=replica', 'max_wal_senders=0', 'jit=off', 'max_wal_size=2GB'],
  // A refused row or statement would be written out, with what it says of people: whoever asked is told, the log is not.
  ...['log_min_messages=log', 'log_error_verbosity=terse'],
];
const THROWAWAY = [
  'wal_level=minimal',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
];

export interface PostgresOptions {
  /** The cluster's folder; made when missing, its parent too. */
  dir: string;
  /** For tests: no fsync, and the folder is removed by `stop`. */
  throwaway?: boolean;
  /** Where the server logs; default `<dir>.log`. */
  logFile?: string;
  /** A folder of the system's PostgreSQL programs, where the npm package has none for the platform. */
  systemBin?: string;
  /** Port on 127.0.0.1 where analysts are let in with a password; no TCP at all when left out. */
  analystsPort?: number;
}

export interface PostgresServer extends LaunchedServer {
  socketFolder: string;
  /** A connection string over the socket; every role may connect without a password, the folder is the guard. */
  url(database: string, role?: string): string;
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
  analystsPort,
}: PostgresOptions): Promise<PostgresServer> {
  mkdirSync(dirname(dir), { recursive: true });
  const cluster = join(realpathSync(dirname(dir)), basename(resolve(dir)));
  const folder = dirname(cluster);
  const account = serverAccount(cluster);
  if (!canEnter(account, folder)) {
    throw new CannotStart(`DATA_DIR: the account PostgreSQL runs as cannot enter ${folder}`);
  }
  const binaries = findBinaries(account, folder, systemBin);
  const socketFolder = socketFolderOf(cluster);
  makeSocketFolder(socketFolder, account);
  const lock = await lockFolder(
    join(socketFolder, 'server'),
    () => new CannotStart(`DATA_DIR: ${folder} is in use by another running Quittance`),
  );
  try {
    await clearLeftover(cluster, socketFolder);
    await initCluster(cluster, binaries, account, throwaway);
    // The socket's name has the port, too.
    const port = analystsPort ?? 5432;
    const doors =
      analystsPort === undefined
        ? ['listen_addresses=']
        : ['listen_addresses=127.0.0.1', `hba_file=${writeDoors(cluster, account)}`];
    const settings = [...ALWAYS, ...doors, ...(throwaway ? THROWAWAY : [])].flatMap((setting) => [
      '-c',
      setting,
    ]);
    const where = ['-D', cluster, '-p', String(port), '-k', socketFolder];
    const words = [join(binaries.bin, 'postgres'), ...where, ...settings];
    const log = logFile ?? `${cluster}.log`;
    const server = await launchServer(words, cluster, account, log);
    void server.exited.then(() => lock.release());
    return {
      ...server,
      socketFolder,
      url: (database, role = 'postgres') =>
        `postgres://${role}@/${database}?host=${encodeURIComponent(socketFolder)}` +
        (analystsPort === undefined ? '' : `&port=${port}`),
      async stop(mode) {
        await server.stop(mode);
        const made = throwaway ? [socketFolder, cluster, log] : [];
        made.forEach((path) => rmSync(path, { recursive: true, force: true }));
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
