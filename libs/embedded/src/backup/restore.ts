import { chown, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@quittance/process';
import { CannotStart, diskFull, fileSystemError } from '../cannot-start.js';
import { LAYOUT, clusterIn, dataDirOf, openDataDir } from '../data-dir.js';
import { type Account, serverAccount } from '../postgres/account.js';
import { DamagedBackup } from './damaged-backup.js';
import { copyFile, syncFolder } from './files.js';
import { checkFiles, type Manifest, platform, readManifest } from './manifest.js';

export interface RestoreOptions {
  settings: Settings;
  /** The backup. */
  folder: string;
  /** What is being done, and bytes so far. */
  progress: (step: 'checked' | 'restored', bytes: number) => void;
  signal: AbortSignal;
}

export interface Restored {
  dataDir: string;
  manifest: Manifest;
}

/** Where a restore gathers what it copies: renamed when complete, so a cut-off one leaves nothing that could be started. */
const STAGE = 'postgres.restoring';
/** What may lie in a data folder that a restore fills: what it makes itself, and what an earlier one was cut off with. */
const HARMLESS = new Set(['versions.json', 'postgres.run', STAGE]);

/**
 * Restores a backup into a data folder that holds no installation. It is checked whole before anything is written.
 * @throws DamagedBackup; CannotStart a folder that is taken or in use (2), what failed (1)
 */
export async function restore({ settings, folder, progress, signal }: RestoreOptions): Promise<Restored> {
  await mustBeFree(dataDirOf(settings).path);
  const manifest = await readManifest(folder);
  mustFit(manifest);
  const step = (name: 'checked' | 'restored') => (bytes: number) => {
    signal.throwIfAborted();
    progress(name, bytes);
  };
  await checkFiles(folder, manifest, step('checked'));
  const open = await openDataDir(settings);
  try {
    await mustBeFree(open.path);
    await fill(open.path, folder, manifest, step('restored'));
    return { dataDir: open.path, manifest };
  } catch (error) {
    await rm(join(open.path, STAGE), { recursive: true, force: true });
    throw error instanceof DamagedBackup || (error as NodeJS.ErrnoException).code === undefined
      ? error
      : fileSystemError(error, open.path);
  } finally {
    open.release();
  }
}

/** Never over an installation, nor into a folder with anything else in it. */
async function mustBeFree(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const inLogs = await readdir(join(dataDir, 'logs')).catch(() => []);
  const taken = (await readdir(dataDir)).find((name) =>
    name === 'logs' ? inLogs.length > 0 : !HARMLESS.has(name),
  );
  if (taken)
    throw new CannotStart(
      `DATA_DIR: ${dataDir} is not empty (${taken}): a backup is restored into an empty folder, never over an installation`,
    );
}

function mustFit({ postgres, platform: made, layout, release }: Manifest): void {
  if (made !== platform())
    throw new CannotStart(`the backup was made on ${made}, this is ${platform()}: restore it there`);
  if (layout !== LAYOUT)
    throw new CannotStart(`the backup holds layout ${layout}, this release has ${LAYOUT}: use ${release}`);
  if (!/^\d+$/.test(postgres))
    throw new DamagedBackup(`PostgreSQL ${postgres} of the manifest is no version`);
}

async function fill(
  dataDir: string,
  folder: string,
  { folders, files }: Manifest,
  progress: (bytes: number) => void,
): Promise<void> {
  const stage = join(dataDir, STAGE);
  const account = serverAccount(clusterIn(dataDir));
  const ownerOf = (path: string): Account | undefined =>
    path === 'postgres' || path.startsWith('postgres/') ? account : undefined;
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { mode: 0o700 });
  for (const path of folders) {
    await mkdir(join(stage, path), { mode: 0o700 });
    const owner = ownerOf(path);
    if (owner) await chown(join(stage, path), owner.uid, owner.gid);
  }
  let done = 0;
  for (const { path, size, sha256 } of files) {
    const copied = await copyFile(join(folder, path), join(stage, path), ownerOf(path)).catch(
      unlessFull(dataDir),
    );
    if (copied.sha256 !== sha256) throw new DamagedBackup(`${join(folder, path)} changed while it was read`);
    progress((done += size));
  }
  for (const path of folders) await syncFolder(join(stage, path));
  // The cluster last: with it, the installation is there.
  for (const name of (await readdir(stage)).filter((each) => each !== 'postgres'))
    await move(join(stage, name), join(dataDir, name));
  await rename(join(stage, 'postgres'), clusterIn(dataDir));
  await rmdir(stage);
  await syncFolder(dataDir);
}

/** Over nothing: neither a file nor a folder that is there already is replaced. */
async function move(from: string, to: string): Promise<void> {
  if (existsSync(to)) throw new CannotStart(`DATA_DIR: ${to} is there already`);
  await rename(from, to);
}

const unlessFull =
  (dataDir: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw error.code === 'ENOSPC' ? diskFull(dataDir) : error;
  };
