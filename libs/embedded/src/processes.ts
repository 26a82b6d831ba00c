import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface Process {
  pid: number;
  parent: number;
  /** Its words with a blank after each. Empty for kernel threads, zombies and those that have just ended. */
  command: string;
  /** Where it sits; Linux only. */
  folder?: string;
}

/** Every process of the machine (of the container) but ourselves. */
export function processes(): Process[] {
  const all = process.platform === 'linux' ? readdirSync('/proc').flatMap(fromProc) : fromPs();
  return all.filter(({ pid, command }) => pid !== process.pid && command.trim() !== '');
}

/** Those that show the word in their command line. */
export const withMark = (mark: string): Process[] =>
  processes().filter(({ command }) => command.includes(` ${mark} `));

function fromProc(name: string): Process[] {
  const pid = Number(name);
  if (!pid) return [];
  try {
    const read = (file: string): string => readFileSync(`/proc/${pid}/${file}`, 'utf8');
    const command = read('cmdline').replaceAll('\0', ' ');
    // The name in brackets may hold anything; after it come the state and the parent.
    const parent = Number(read('stat').split(') ').at(-1)!.split(' ')[1]);
    return [{ pid, parent, command, folder: folderOf(pid) }];
  } catch {
    return [];
  }
}

/** Hidden for processes of other accounts. */
function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function fromPs(): Process[] {
  return execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8', maxBuffer: 50_000_000 })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, pid, parent, command]) => ({
      pid: Number(pid),
      parent: Number(parent),
      command: `${command} `,
    }));
}

/** Whether there was such a process to send to. Signal 0 only asks. */
export function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Ends what a killed owner left behind, stopped (SIGSTOP) processes too: lets them go on, so that they can see that
 * their owner is gone, and kills what is still there after `patience` ms.
 * @returns whether nothing is left
 */
export async function endLeftover(find: () => number[], patience: number): Promise<boolean> {
  const all = (signal: NodeJS.Signals): void => find().forEach((pid) => send(pid, signal));
  all('SIGCONT');
  if (await none(find, patience)) return true;
  all('SIGKILL');
  return none(find, 5_000);
}

async function none(find: () => number[], milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(20)) {
    if (find().length === 0) return true;
  }
  return find().length === 0;
}
