import { statfsSync } from 'node:fs';

/** What keeps an embedded part from starting or going on, in one line for the terminal. Never a stack trace. */
export class CannotStart extends Error {
  override name = 'CannotStart';

  /** @param exitCode 2: something to set otherwise (a port, a folder); 3: a store is away; 1: the machine failed. */
  constructor(
    message: string,
    readonly exitCode: 1 | 2 | 3 = 2,
  ) {
    super(message);
  }
}

/** The line for an error of the file system, which of all errors people meet most. */
export function fileSystemError(error: unknown, folder: string): CannotStart {
  if (error instanceof CannotStart) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new CannotStart(`DATA_DIR: no right to write in ${folder}; set DATA_DIR to a folder of yours`);
    case 'ENOTDIR':
    case 'EEXIST':
      return new CannotStart(`DATA_DIR: ${folder} is no folder`);
    default:
      return new CannotStart(`DATA_DIR: ${folder} cannot be used (${code ?? message})`);
  }
}

export const diskFull = (folder: string): CannotStart =>
  new CannotStart(`The disk of ${folder} is full: free some space and start again`, 1);

/** Whether so little is left that programs fail for it; they do not always say so. */
export function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < 64 * 1024 * 1024;
}
