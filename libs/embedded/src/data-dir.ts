import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Settings } from '@quittance/kernel';
import { CannotStart, fileSystemError } from './cannot-start.js';
import { canEnter, serverAccount } from './postgres/account.js';
import { MACHINE_DIR } from './postgres/binaries.js';
import {
  type FolderLock,
  isLocked,
  lockFolder,
  makeSocketFolder,
  socketFolderOf,
} from './postgres/folder-lock.js';

/** How things lie in the folder. Another number: another version's folder, refused. */
const LAYOUT = 1;

/** The folder's parts: `postgres/` the cluster, `event-store/`, `logs/`, `issuer.key.json`, `versions.json`, `running.json`. */
export const clusterIn = (dataDir: string): string => join(dataDir, 'postgres');
/** What the event store proves itself with and asks of its callers: `tls.crt`, `tls.key`, `secret`. */
export const accessIn = (dataDir: string): string => join(dataDir, 'event-store');
export const logsIn = (dataDir: string): string => join(dataDir, 'logs');
const lockOf = (dataDir: string): string => join(socketFolderOf(clusterIn(dataDir)), 'quittance');

export interface DataDir {
  path: string;
  /** The default folder that PostgreSQL's account cannot enter, where `path` stands in for it. */
  insteadOf?: string;
}

/**
 * The data folder that the settings mean; nothing is made. As root the default one may lie where the account that
 * PostgreSQL runs as cannot enter: `/var/lib/quittance/<hash>` then. @throws CannotStart a given one lies so.
 */
export function dataDirOf({ dataDir, dataDirGiven }: Pick<Settings, 'dataDir' | 'dataDirGiven'>): DataDir {
  const path = resolve(dataDir);
  if (existsSync(path) && !statSync(path).isDirectory())
    throw new CannotStart(`DATA_DIR: ${path} is no folder`);
  const account = serverAccount(clusterIn(path));
  if (!account || canEnter(account, existingPartOf(path))) return { path };
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 12);
  const instead = join(MACHINE_DIR, hash);
  if (!dataDirGiven) return { path: instead, insteadOf: path };
  throw new CannotStart(
    `DATA_DIR: ${path} cannot be entered by the account PostgreSQL runs as (it refuses root); ${instead} works`,
  );
}

function existingPartOf(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : existingPartOf(dirname(path));
}

/** The data folder made ready and held: until `release`, no other Quittance can use it. */
export async function openDataDir(settings: Settings): Promise<DataDir & FolderLock> {
  const found = dataDirOf(settings);
  try {
    if (!existsSync(found.path)) {
      mkdirSync(found.path, { recursive: true });
      // Whatever root's umask: PostgreSQL's account has to pass. What is secret in it is guarded by itself.
      if (process.getuid?.() === 0) {
        chmodSync(found.path, 0o755);
        if (found.insteadOf) chmodSync(dirname(found.path), 0o755);
      }
    }
    const path = realpathSync(found.path);
    checkVersions(path);
    makeSocketFolder(dirname(lockOf(path)), serverAccount(clusterIn(path)));
    const inUse = (): CannotStart =>
      new CannotStart(
        `DATA_DIR: ${path} is in use by another running Quittance; stop it, or set another folder`,
      );
    const lock = await lockFolder(lockOf(path), inUse);
    mkdirSync(logsIn(path), { recursive: true });
    return { ...found, path, release: lock.release };
  } catch (error) {
    throw fileSystemError(error, found.path);
  }
}

function checkVersions(path: string): void {
  const file = join(path, 'versions.json');
  if (!existsSync(file)) {
    if (existsSync(clusterIn(path))) throw otherVersion(path, 'without versions.json');
    return writeFileSync(file, `${JSON.stringify({ layout: LAYOUT })}\n`);
  }
  const text = readFileSync(file, 'utf8');
  const layout = /"layout"\s*:\s*(\d+)/.exec(text)?.[1];
  if (Number(layout) !== LAYOUT)
    throw otherVersion(path, `layout ${layout ?? 'unknown'}, this one is ${LAYOUT}`);
}

const otherVersion = (path: string, how: string): CannotStart =>
  new CannotStart(`DATA_DIR: ${path} is a data folder of another version (${how}); set another folder`);

/** Where the running embedded stores are reached, for programs of the same machine and account. */
export interface EmbeddedUrls {
  apiUrl: string;
  databaseUrl: string;
  eventStoreUrl: string;
}

const runningFile = (dataDir: string): string => join(dataDir, 'running.json');

/** Said by the running Quittance; undefined: it has stopped. */
export function announce(dataDir: string, urls: EmbeddedUrls | undefined): void {
  if (urls) writeFileSync(runningFile(dataDir), `${JSON.stringify(urls)}\n`, { mode: 0o600 });
  else rmSync(runningFile(dataDir), { force: true });
}

/** The embedded stores' connection strings. @throws CannotStart (exit code 3) nothing runs on that folder. */
export async function embeddedUrls(dataDir: string): Promise<EmbeddedUrls> {
  try {
    const path = realpathSync(dataDir);
    if (await isLocked(lockOf(path))) {
      return JSON.parse(readFileSync(runningFile(path), 'utf8')) as EmbeddedUrls;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw fileSystemError(error, dataDir);
  }
  throw new CannotStart(`Nothing runs on ${resolve(dataDir)}: start it with npm start`, 3);
}
