import type { ListColumn } from './question.js';

// In what order rows come, and which come after a cursor.

export const CAST = { text: 'text', uuid: 'uuid', date: 'date', amount: 'numeric', whole: 'bigint' } as const;

const LOWEST = {
  text: `''`,
  date: `date '0001-01-01'`,
  amount: '-1e30',
  whole: '-1',
  uuid: `uuid '00000000-0000-0000-0000-000000000000'`,
} as const;

/** What is sorted by is never null, so that a keyset can be compared. Text sorts by code point, everywhere alike. */
export const sortOf = ({ sql, type, nullable }: ListColumn): string =>
  collated(nullable ? `coalesce(${sql}, ${LOWEST[type]})` : sql, type);

export const collated = (sql: string, type: ListColumn['type']): string =>
  type === 'text' ? `${sql} collate "C"` : sql;

/** Rows after the cursor's. One direction: one comparison of rows, which an index can answer. */
export function beyond(
  keys: readonly { column: ListColumn; descending: boolean }[],
  after: string[],
  bind: { add: (value: unknown) => string },
): string {
  const parts = keys.map(({ column, descending }, i) => ({
    sql: sortOf(column),
    at: `${bind.add(after[i] ?? '')}::${CAST[column.type]}`,
    sign: descending ? '<' : '>',
  }));
  if (new Set(parts.map(({ sign }) => sign)).size === 1) {
    return `(${parts.map(({ sql }) => sql).join(', ')}) ${parts[0]!.sign} (${parts.map(({ at }) => at).join(', ')})`;
  }
  const steps = parts.map(({ sql, sign, at }, i) =>
    [...parts.slice(0, i).map((part) => `${part.sql} = ${part.at}`), `${sql} ${sign} ${at}`].join(' and '),
  );
  return `(${steps.map((step) => `(${step})`).join(' or ')})`;
}
