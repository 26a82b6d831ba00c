import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file lies on the disk while it is imported, with what is said of its rows; nobody but this account reads it. */
const PREFIX = 'quittance-import-';
/** What a process left behind that was ended: nothing runs so long. */
const LEFT_MS = 24 * 60 * 60 * 1000;
const NO_RIGHT = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Makes an empty folder below the given one; in that of the system for passing files where that cannot be written. */
export async function passingFolder(below = tmpdir()): Promise<string> {
  try {
    await mkdir(below, { recursive: true, mode: 0o700 });
    const folder = await mkdtemp(join(below, PREFIX));
    void sweep(below);
    return folder;
  } catch (error) {
    if (below === tmpdir() || !NO_RIGHT.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return passingFolder();
  }
}

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** Removes what was left behind below the given folder. */
export async function sweep(below = tmpdir()): Promise<void> {
  const names = await readdir(below).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const path = join(below, name);
    const left = await stat(path).catch(() => undefined);
    if (left && Date.now() - left.mtimeMs > LEFT_MS) await removeFolder(path).catch(() => undefined);
  }
}
