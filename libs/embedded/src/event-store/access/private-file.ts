import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file that its owner alone may read, whole or not at all, and durably. */
export function writePrivateFile(file: string, text: string): void {
  const half = `${file}.${process.pid}`;
  const fd = openSync(half, 'w', 0o600);
  try {
    chmodSync(half, 0o600); // whatever was left there
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(half, file);
  syncFolder(dirname(file));
}

/** Its text; undefined when there is none. A copy that others may read, as backups bring it back, is closed again. */
export function readPrivateFile(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if ((stat.mode & 0o077) !== 0) chmodSync(file, 0o600);
  return readFileSync(file, 'utf8');
}

function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
