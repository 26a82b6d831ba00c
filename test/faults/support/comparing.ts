import type { AnyTable } from '@quittance/read-model';
import type { Differences } from './differences.js';
import type { Texts } from './table-rows.js';

/** Both have the same rows, to the letter. */
export function sameRows(
  table: AnyTable,
  live: ReadonlyMap<string, Texts>,
  fresh: ReadonlyMap<string, Texts>,
  differences: Differences,
): void {
  const columns = Object.keys(table.columns);
  sameKeys(table, live, fresh, differences);
  for (const [key, row] of live) {
    const other = fresh.get(key);
    if (!other) continue;
    columns.forEach((column, i) => {
      if (row[i] !== other[i]) tell(table, key, column, row[i], other[i], differences);
    });
  }
}

function sameKeys(
  { name }: AnyTable,
  live: ReadonlyMap<string, unknown>,
  others: ReadonlyMap<string, unknown>,
  differences: Differences,
): void {
  for (const key of live.keys())
    if (!others.has(key)) differences.add(`live.${name} ${key}: not in the fresh table`);
  for (const key of others.keys())
    if (!live.has(key)) differences.add(`live.${name} ${key}: missing, but in the fresh table`);
}

const tell = (
  { name }: AnyTable,
  key: string,
  column: string,
  live: string | null | undefined,
  fresh: string | null | undefined,
  differences: Differences,
): void => differences.add(`live.${name} ${key} ${column}: live ${quoted(live)}, fresh ${quoted(fresh)}`);

const quoted = (text: string | null | undefined): string => JSON.stringify(text ?? null);
