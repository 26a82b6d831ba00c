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
import type { Settings } from '@quittance/process';
import { CannotStart, fileSystemError } from './cannot-start.js';
import { closeFolder } from './closed-folder.js';
import { writePrivateFile } from './event-store/access/private-file.js';
import { type Account, canEnter, serverAccount } from './postgres/account.js';
import type { AnalystsAddress } from './postgres/analysts.js';
import { MACHINE_DIR } from './postgres/binaries.js';
import {
  type FolderLock,
  type HolderOptions,
  isLocked,
  lockFolder,
  makeSocketFolder,
  socketFolderOf,
} from './postgres/folder-lock.js';

/** How things lie in the folder. Another number: another version's folder, refused. */
export const LAYOUT = 1;

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
  if (!account || canEnter(account, existingPartOf(path)) || canBeOpened(account, path)) return { path };
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 12);
  const instead = join(MACHINE_DIR, hash);
  if (!dataDirGiven) return { path: instead, insteadOf: path };
  throw new CannotStart(
    `DATA_DIR: ${path} cannot be entered by the account PostgreSQL runs as (it refuses root); ${instead} works`,
  );
}

/** Root's own folder, closed: PostgreSQL's account is let through when it is opened. */
const canBeOpened = (account: Account, path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.uid === 0 && canEnter(account, dirname(path));

function existingPartOf(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : existingPartOf(dirname(path));
}

/**
 * The data folder made ready and held: until `release`, no other Quittance can use it. Closed to other accounts.
 * @param options.tell says a line on the terminal
 */
export async function openDataDir(
  settings: Settings,
  options: HolderOptions & { tell?: (line: string) => void } = {},
): Promise<DataDir & FolderLock> {
  const { tell = () => undefined } = options;
  const found = dataDirOf(settings);
  try {
    const account = makeFolder(found);
    const path = realpathSync(found.path);
    checkVersions(path);
    const open = closeFolder(path, account);
    if (open) tell(open);
    makeSocketFolder(dirname(lockOf(path)), account);
    const inUse = (): CannotStart =>
      new CannotStart(
        `DATA_DIR: ${path} is in use by another running Quittance; stop it, or set another folder`,
      );
    const waiting = (): void => tell(`Waiting for the Quittance on ${path} to end, which is stopping`);
    const lock = await lockFolder(lockOf(path), inUse, { waiting, ...options });
    makeLogs(path);
    return { ...found, path, release: lock.release };
  } catch (error) {
    throw fileSystemError(error, found.path);
  }
}

/** @returns the account that PostgreSQL runs as, if another */
function makeFolder({ path, insteadOf }: DataDir): Account | undefined {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    mkdirSync(path, { mode: 0o700 });
    // Whatever root's umask: PostgreSQL's account has to pass.
    if (process.getuid?.() === 0 && insteadOf) chmodSync(dirname(path), 0o755);
  }
  return serverAccount(clusterIn(path));
}

/** The folder of the logs, which an operator's group may read. */
export function makeLogs(dataDir: string): void {
  mkdirSync(logsIn(dataDir), { recursive: true });
  chmodSync(logsIn(dataDir), 0o750);
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
  /** Where analysts are let in, if they are. */
  analysts?: AnalystsAddress;
}

const runningFile = (dataDir: string): string => join(dataDir, 'running.json');

/** Said by the running Quittance, to its own account: the address of the event store holds its secret. Undefined: it has stopped. */
export function announce(dataDir: string, urls: EmbeddedUrls | undefined): void {
  if (urls) writePrivateFile(runningFile(dataDir), `${JSON.stringify(urls)}\n`);
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
