import type { AnyTable } from '@quittance/read-model';
import type { Differences } from './differences.js';
import { type FoldedRow, isErased } from './fold/rows.js';
import { normal, normalValue, type Texts } from './table-rows.js';

/** Both have the same rows, to the letter. */
export function sameRows(
  table: AnyTable,
  live: ReadonlyMap<string, Texts>,
  fresh: ReadonlyMap<string, Texts>,
  differences: Differences,
): void {
  const columns = Object.keys(table.columns);
  sameKeys(table, live, fresh, 'the fresh table', differences);
  for (const [key, row] of live) {
    const other = fresh.get(key);
    if (!other) continue;
    columns.forEach((column, i) => {
      if (row[i] !== other[i]) tell(table, key, column, row[i], 'fresh', other[i], differences);
    });
  }
}

/** The live rows have the values that the fold came to, in all columns it speaks of. */
export function sameAsFolded(
  table: AnyTable,
  live: ReadonlyMap<string, Texts>,
  folded: ReadonlyMap<string, FoldedRow>,
  differences: Differences,
): void {
  const columns = Object.entries(table.columns);
  sameKeys(table, live, folded, 'the independent fold', differences);
  for (const [key, expected] of folded) {
    const row = live.get(key);
    if (!row) continue;
    columns.forEach(([column, { type }], i) => {
      if (!(column in expected) || isErased(expected[column])) return;
      const [is, should] = [normal(row[i]!, type), normalValue(expected[column], type)];
      if (is !== should) tell(table, key, column, is, 'folded', should, differences);
    });
  }
}

function sameKeys(
  { name }: AnyTable,
  live: ReadonlyMap<string, unknown>,
  others: ReadonlyMap<string, unknown>,
  where: string,
  differences: Differences,
): void {
  for (const key of live.keys())
    if (!others.has(key)) differences.add(`live.${name} ${key}: not in ${where}`);
  for (const key of others.keys())
    if (!live.has(key)) differences.add(`live.${name} ${key}: missing, but in ${where}`);
}

const tell = (
  { name }: AnyTable,
  key: string,
  column: string,
  live: string | null | undefined,
  by: string,
  other: string | null | undefined,
  differences: Differences,
): void => differences.add(`live.${name} ${key} ${column}: live ${quoted(live)}, ${by} ${quoted(other)}`);

const quoted = (text: string | null | undefined): string => JSON.stringify(text ?? null);
