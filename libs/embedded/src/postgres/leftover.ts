import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start.js';
import { isLocked } from './folder-lock.js';
import { endLeftover, processes, send } from '../processes.js';

/** No process can have it, on no system. */
const DEAD_PID = 2_147_483_646;

/**
 * Ends what a killed owner left running on a cluster, and frees it of a pid file that names a stranger. Call it with
 * the folder's lock held: whoever still runs there is then an orphan.
 */
export async function clearLeftover(cluster: string, socketFolder: string): Promise<void> {
  const left = processesOf(cluster);
  const postmaster = postmasterPid(cluster);
  if (postmaster && left.includes(postmaster)) send(postmaster, 'SIGINT'); // fast shutdown
  if (left.length > 0 && !(await endLeftover(() => processesOf(cluster), 10_000))) {
    throw new CannotStart(`DATA_DIR: a PostgreSQL left over in ${cluster} does not end`, 1);
  }
  // One port or another: the setting may have changed.
  const sockets = readdirSync(socketFolder).filter((name) => name.startsWith('.s.PGSQL.'));
  for (const name of sockets) {
    const file = join(socketFolder, name);
    if (!name.endsWith('.lock') && (await isLocked(file))) {
      throw new CannotStart(`DATA_DIR: ${cluster} is in use by a PostgreSQL that cannot be seen from here`);
    }
    rmSync(file, { force: true });
  }
  replaceForeignPid(cluster);
}

/** The server, its workers (they sit in the cluster's folder) and the shell that watches it. */
export function processesOf(cluster: string): number[] {
  const all = processes();
  const servers = all.filter(({ command }) => command.includes(` -D ${cluster} `)).map(({ pid }) => pid);
  const workers = all.filter(
    ({ parent, folder, command }) =>
      command.startsWith('postgres: ') && (folder === cluster || servers.includes(parent)),
  );
  return [...new Set([...servers, ...workers.map(({ pid }) => pid)])];
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
 * Since a reboot, or in a container, the pid in the file may be another process of the same user (or a dead one that
 * nobody has buried): PostgreSQL would then refuse to start. Only the pid is replaced; from the rest of the file it still checks its shared memory.
 */
function replaceForeignPid(cluster: string): void {
  const pid = postmasterPid(cluster);
  if (!pid || !send(pid, 0)) return;
  const file = join(cluster, 'postmaster.pid');
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [DEAD_PID, ...rest].join('\n'));
}
