import type { Rebuilt, TableDifferences, Total } from '@quittance/read-model';
import { printLine, tableOf } from '../terminal.js';

/** The rows of one kind that are shown to people. */
const SHOWN = 20;

/** A rebuild for people: totals side by side, what has to wait, what would change. */
export async function printRebuilt(rebuilt: Rebuilt, target: string): Promise<void> {
  const { facts, position, seconds, totals, parked, differences, swapped, retired } = rebuilt;
  await printLine(`${facts} facts up to position ${position} in ${seconds.toFixed(1)} s`);
  await printLine(`\n${totalsTable(totals)}\n`);
  for (const { projection, stream, revision, type, error } of parked.slice(0, SHOWN)) {
    await printLine(`parked in ${projection}: ${stream} from revision ${revision} (${type}): ${error}`);
  }
  if (parked.length > SHOWN) await printLine(`and ${parked.length - SHOWN} more parked`);
  if (differences) await printDifferences(differences);
  if (!swapped) return printLine('dry run: nothing was changed');
  await printLine(`swapped into ${target}`);
  if (retired) await printLine(`the old tables are in ${retired}: quittance replay --drop-old drops them`);
}

function totalsTable(totals: readonly Total[]): string {
  const rows = totals.map(({ projection, of, live, rebuilt, facts }) => [
    projection,
    of,
    live ?? '-',
    rebuilt ?? '-',
    facts ?? '',
    live === rebuilt || live === null ? '' : 'differs',
  ]);
  return tableOf(['projection', '', 'live', 'rebuilt', 'facts', ''], rows, (i) => i > 1 && i < 5);
}

async function printDifferences(differences: readonly TableDifferences[]): Promise<void> {
  for (const { table, onlyLive, onlyRebuilt, changed, rows } of differences) {
    if (onlyLive + onlyRebuilt + changed === 0) continue;
    await printLine(`${table}: ${changed} rows changed, ${onlyRebuilt} added, ${onlyLive} gone`);
    const lines = rows.map(({ key, column, live, rebuilt }) => [key, column, shown(live), shown(rebuilt)]);
    await printLine(`${tableOf(['key', 'column', 'live', 'rebuilt'], lines, () => false)}\n`);
  }
  if (!differs(differences)) await printLine('no row differs');
}

export const differs = (differences: readonly TableDifferences[] = []): boolean =>
  differences.some(({ onlyLive, onlyRebuilt, changed }) => onlyLive + onlyRebuilt + changed > 0);

const shown = (value: string | null | undefined): string =>
  value === undefined ? '' : value === null ? 'null' : value.length > 60 ? `${value.slice(0, 59)}…` : value;
