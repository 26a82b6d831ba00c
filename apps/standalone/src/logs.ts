import { chmodSync, closeSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LARGEST = 10_000_000;
const MOST_READ = 256_000;

/**
 * The file a process logs to, for this account and its group (0640). At a start a large one becomes `<name>.log.1`, in
 * place of the one before.
 */
export function logFile(folder: string, name: string): string {
  const file = join(folder, `${name}.log`);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.1`);
  closeSync(openSync(file, 'a', 0o640));
  for (const one of [file, `${file}.1`]) {
    if (statSync(one, { throwIfNoEntry: false })) chmodSync(one, 0o640);
  }
  return file;
}

/**
 * Looks into a log every two seconds and says its errors, and what is for the terminal, on it, a few at a time. The process writes the
 * file by itself: nothing is lost with us, and a busy log costs us nothing.
 */
export function tellErrors(file: string, tell: (line: string) => void): () => void {
  let read = sizeOf(file);
  const look = (): void => {
    const size = sizeOf(file);
    const errors = textOf(file, Math.max(read, size - MOST_READ), size).flatMap(errorIn);
    read = size;
    for (const error of errors.slice(0, 3)) tell(error);
    if (errors.length > 3) tell(`and ${errors.length - 3} more (${file})`);
  };
  const timer = setInterval(look, 2_000).unref();
  return () => (clearInterval(timer), look());
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function textOf(file: string, from: number, to: number): string[] {
  if (to <= from) return [];
  const bytes = Buffer.alloc(to - from);
  const fd = openSync(file, 'r');
  const length = readSync(fd, bytes, 0, bytes.length, from);
  closeSync(fd);
  return bytes.toString('utf8', 0, length).split('\n');
}

/** The message of a line that pino logged as error (50) or fatal (60), or that says that it is for the terminal. */
function errorIn(line: string): string[] {
  if (!/"level":[56]0|"terminal":true/.test(line)) return [];
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    const [first] = [msg, err?.message].filter(Boolean).join(': ').split('\n');
    return first ? [first] : [];
  } catch {
    return [];
  }
}
