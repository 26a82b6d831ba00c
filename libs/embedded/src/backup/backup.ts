import { mkdir, readdir, rm } from 'node:fs/promises';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { CannotStart, diskFull } from '../cannot-start.js';
import { LAYOUT, clusterIn, embeddedUrls } from '../data-dir.js';
import { type ClusterSink, copyCluster, unlessGone } from './cluster-copy.js';
import { copyFile, syncFolder, writeNew } from './files.js';
import { MANIFEST, type Manifest, manifestText, platform } from './manifest.js';

/** What of the data folder belongs to the installation beside its databases. The rest is made anew at a start. */
const KEPT = ['issuer.key.json', 'analysts.password', 'outbox'];

export interface BackupOptions {
  dataDir: string;
  /** Must not be there, or be empty. */
  folder: string;
  /** The release, for the manifest. */
  release: string;
  /** Bytes written so far. */
  progress: (bytes: number) => void;
  /** Aborted: nothing is left, and `reason` is thrown. */
  signal: AbortSignal;
}

export interface Made {
  takenAt: string;
  files: number;
  /** Bytes. */
  size: number;
}

/**
 * A copy of a running installation, as it was at one instant: both databases, with the keys of personal data and of MACs,
 * and the development issuer's key. Writes go on meanwhile.
 * @throws CannotStart nothing runs there (3), a folder that is taken (2), or what failed (1); nothing is left then
 */
export async function backUp({ dataDir, folder, release, progress, signal }: BackupOptions): Promise<Made> {
  const { databaseUrl } = await embeddedUrls(dataDir);
  const data = realpathSync(dataDir);
  if (`${resolve(folder)}/`.startsWith(`${data}/`))
    throw new CannotStart(
      `${folder} lies in DATA_DIR: a backup needs a folder elsewhere, best on another disk`,
    );
  if (existsSync(folder) && (!statSync(folder).isDirectory() || (await readdir(folder)).length > 0))
    throw new CannotStart(`${folder} is not empty: a backup needs a new folder`);
  const client = new Client({
    connectionString: databaseUrl.replace(/\/\/[^@/]*@\/[^?]*/, '//postgres@/postgres'),
    application_name: 'quittance backup',
  });
  client.on('error', () => undefined); // the statement under way says it
  const written = new Written(folder, progress, signal);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version') as version",
    );
    const cluster = clusterIn(data);
    await written.folder('postgres');
    const takenAt = await copyCluster(client, cluster, written.within('postgres'));
    for (const name of KEPT) await copyKept(data, name, written);
    const content = {
      ...{ release, takenAt: takenAt.toISOString(), layout: LAYOUT, platform: platform() },
      ...{ postgres: rows[0]!.version.split('.')[0]!, folders: written.folders, files: written.files },
    };
    for (const each of written.folders) await syncFolder(join(folder, each));
    await writeNew(join(folder, MANIFEST), manifestText(content));
    await syncFolder(folder);
    return { takenAt: content.takenAt, files: content.files.length, size: written.size };
  } catch (error) {
    for (const name of await readdir(folder).catch(() => []))
      await rm(join(folder, name), { recursive: true, force: true });
    throw explained(error, folder);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explained(error: unknown, folder: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder);
  if (code === '55000')
    return new CannotStart(
      `the running Quittance cannot be backed up: it is of a release before, stop and start it (${message})`,
      1,
    );
  if (code === 'EACCES' || code === 'EPERM') return new CannotStart(`no right: ${message}`);
  return error;
}

async function copyKept(data: string, name: string, written: Written): Promise<void> {
  const path = join(data, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) return void (await written.file(name, path));
  await written.folder(name);
  for (const inner of await readdir(path)) await copyKept(data, `${name}/${inner}`, written);
}

/** What was written, for the manifest. */
class Written implements ClusterSink {
  readonly folders: string[] = [];
  readonly files: Manifest['files'] = [];
  size = 0;

  constructor(
    private readonly root: string,
    private readonly progress: (bytes: number) => void,
    private readonly signal: AbortSignal,
  ) {}

  within(prefix: string): ClusterSink {
    return {
      folder: (path) => this.folder(`${prefix}/${path}`),
      file: (path, from) => this.file(`${prefix}/${path}`, from),
      text: (path, bytes) => this.text(`${prefix}/${path}`, bytes),
    };
  }

  async folder(path: string): Promise<void> {
    await mkdir(join(this.root, path), { mode: 0o700 });
    this.folders.push(path);
  }

  async file(path: string, from: string): Promise<boolean> {
    this.signal.throwIfAborted();
    const copied = await copyFile(from, join(this.root, path)).catch(unlessGone);
    if (!copied) return false;
    this.add({ path, ...copied });
    return true;
  }

  async text(path: string, bytes: string | Buffer): Promise<void> {
    this.add({ path, ...(await writeNew(join(this.root, path), bytes)) });
  }

  private add(file: Manifest['files'][number]): void {
    this.files.push(file);
    this.progress((this.size += file.size));
  }
}
