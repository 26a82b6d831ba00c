import { readdirSync, readFileSync } from 'node:fs';

/** Of a process: who started it, and its time on a core in hundredths of a second, with that of its ended children. Linux. */
function timesOf(pid: number): { parent: number; ticks: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0);
    return { parent: Number(fields[1]), ticks };
  } catch {
    return undefined; // It has ended.
  }
}

/** Seconds on a core of these processes and of all that they started. */
export function cpuSecondsOf(pids: readonly number[]): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => ({ pid: Number(name), ...timesOf(Number(name)) }));
  const family = new Set(pids);
  for (let grown = true; grown;) {
    const more = all.filter(({ pid, parent }) => !family.has(pid) && family.has(parent ?? 0));
    for (const { pid } of more) family.add(pid);
    grown = more.length > 0;
  }
  return all.filter(({ pid }) => family.has(pid)).reduce((sum, { ticks }) => sum + (ticks ?? 0), 0) / 100;
}
