import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '../cannot-start.js';

/** No process can have it, on no system. */
const DEAD_PID = 2_147_483_646;

/**
 * Ends what a killed owner left running on a cluster, also when stopped by SIGSTOP, and frees it of a pid file that
 * names a stranger. Call it with the folder's lock held: whoever still runs there is then an orphan.
 */
export async function clearLeftover(cluster: string): Promise<void> {
  const signal = (name: NodeJS.Signals): void => processesOf(cluster).forEach((pid) => send(pid, name));
  if (processesOf(cluster).length > 0) {
    signal('SIGCONT');
    const postmaster = postmasterPid(cluster);
    if (postmaster && processesOf(cluster).includes(postmaster)) send(postmaster, 'SIGINT'); // fast shutdown
    if (!(await gone(cluster, 10_000))) {
      signal('SIGKILL');
      if (!(await gone(cluster, 5_000))) {
        throw new CannotStart(`DATA_DIR: a PostgreSQL left over in ${cluster} does not end`, 1);
      }
    }
  }
  replaceForeignPid(cluster);
}

/** Line 1 of postmaster.pid. A stale file says a pid too. */
export function postmasterPid(cluster: string): number | undefined {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Since a reboot, or in a container, the pid in the file may be another process of the same user: PostgreSQL would
 * then refuse to start. Only the pid is replaced; from the rest of the file it still checks its shared memory.
 */
function replaceForeignPid(cluster: string): void {
  const pid = postmasterPid(cluster);
  if (!pid || !send(pid, 0)) return;
  const file = join(cluster, 'postmaster.pid');
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [DEAD_PID, ...rest].join('\n'));
}

/** Whether there was such a process to send to. */
export function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function gone(cluster: string, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(10)) {
    if (processesOf(cluster).length === 0) return true;
  }
  return false;
}

/** The server, its workers (they sit in the cluster's folder) and the shell that watches it. */
export function processesOf(cluster: string): number[] {
  if (process.platform !== 'linux') return processesByPs(cluster);
  return readdirSync('/proc')
    .map(Number)
    .filter(
      (pid) => pid > 1 && pid !== process.pid && (sitsIn(pid, cluster) || serves(commandOf(pid), cluster)),
    );
}

const serves = (command: string[], cluster: string): boolean =>
  command.some((word, i) => word === '-D' && command[i + 1] === cluster);

function sitsIn(pid: number, cluster: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === cluster &&
      readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    );
  } catch {
    return false;
  }
}

/** Empty for kernel threads, for zombies and for processes that have just ended. */
function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function processesByPs(cluster: string): number[] {
  const all = execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, pid, parent, command]) => ({ pid: Number(pid), parent: Number(parent), command: command! }));
  const servers = all.filter(({ command }) => command.includes(`-D ${cluster} `)).map(({ pid }) => pid);
  const workers = all.filter(({ parent, command }) => servers.includes(parent) && /postgres/.test(command));
  return [...new Set([...servers, ...workers.map(({ pid }) => pid)])];
}
