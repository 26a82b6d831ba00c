// CPU time of processes as Linux counts it (/proc), in milliseconds; undefined elsewhere.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const tick = () => 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
let millisecondsOfTick;

/** User and system time of a process; of its children that have ended too. */
function times(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [utime, stime, cutime, cstime] = fields.slice(11, 15).map(Number);
  return { parent: Number(fields[1]), own: utime + stime, ended: cutime + cstime };
}

/** Of one process, or of a PostgreSQL server with all its backends, also those that have ended. */
export function cpuOf(pid, { family = false } = {}) {
  if (process.platform !== 'linux') return undefined;
  millisecondsOfTick ??= tick();
  if (!family) return times(pid).own * millisecondsOfTick;
  // A child that ends while we look moves from its own count to its parent's: look again.
  for (;;) {
    const before = times(pid);
    const children = childrenOf(pid);
    if (times(pid).ended === before.ended) return (before.own + before.ended + children) * millisecondsOfTick;
  }
}

function childrenOf(pid) {
  let ticks = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const { parent, own } = times(name);
      if (parent === pid) ticks += own;
    } catch {
      // It ended while we looked.
    }
  }
  return ticks;
}

/** Largest resident memory of a process so far, in MiB. */
export function peakMemoryOf(pid) {
  if (process.platform !== 'linux') return undefined;
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return line ? Math.round(Number(line[1]) / 1024) : undefined;
}

/** Resident memory of a process now, in MiB. */
export function memoryOf(pid) {
  if (process.platform !== 'linux') return undefined;
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return line ? Math.round(Number(line[1]) / 1024) : undefined;
}

/** Of an installation that `apps/standalone` started: api, event-store, projector, reactor, and its PostgreSQL server. */
export function processesOf(standalone) {
  const found = {};
  const entries = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  const parents = new Map();
  for (const pid of entries) {
    try {
      parents.set(Number(pid), times(pid).parent);
    } catch {
      // It ended while we looked.
    }
  }
  const isOurs = (pid) => pid === standalone || (parents.has(pid) && isOurs(parents.get(pid)));
  for (const pid of [...parents.keys()].filter(isOurs).sort((a, b) => a - b)) {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const [, app, main] = /apps\/(\w+)\/src\/([\w-]+)\.(?:main\.)?js$/.exec(words[1] ?? '') ?? [];
    const name = words[0].endsWith('/postgres') ? 'postgres' : app === 'standalone' ? main : app;
    if (name) found[name] ??= pid;
  }
  return found;
}
