import { escapeLiteral } from 'pg';
import { arrayOf } from './arrays.js';
import type { AnyTable, SqlType } from './table.js';
import type { Write } from './writes.js';

export type Row = Record<string, unknown>;

/**
 * The key of a row as one text: equal for equal keys, whatever made the row.
 * @throws RangeError on a NUL, which no text in PostgreSQL can hold.
 */
export function keyOf(table: AnyTable, row: Row): string {
  const parts = table.key.map((column) => {
    const value = String(row[column]);
    if (value.includes('\u0000')) throw new RangeError(`NUL in ${table.name}.${column}`);
    // SQL gives uuids in lower case, whatever they were written in.
    return table.columns[column]!.type === 'uuid' ? value.toLowerCase() : value;
  });
  return parts.join('\u0000');
}

/** A query for the rows of these keys, without parameters, so that several go in one message. */
export function loading(schema: string, table: AnyTable, keys: readonly Row[]): string {
  const columns = Object.keys(table.columns).map((column) => `t.${column}`);
  const values = table.key.map((column) => {
    const { type } = table.columns[column]!;
    return `${escapeLiteral(arrayOf(keys, (key) => encoded(key[column], type)))}::${ARRAY[type]}`;
  });
  const key = table.key.join(', ');
  return `select ${columns.join(', ')} from ${schema}.${table.name} t join unnest(${values.join(', ')}) as k(${key}) using (${key})`;
}

/** Writes whole rows, one statement for all of them; each key at most once. */
export function saving(schema: string, table: AnyTable, rows: readonly Row[]): Write {
  const values = Object.entries(table.columns).map(([column, { type }]) =>
    arrayOf(rows, ({ [column]: value }) => (value == null ? null : encoded(value, type)), PLAIN.has(type)),
  );
  return { name: `${schema}.${table.name}`, text: upsert(schema, table), values };
}

const upserts = new WeakMap<AnyTable, Map<string, string>>();

function upsert(schema: string, table: AnyTable): string {
  const bySchema = upserts.get(table) ?? new Map<string, string>();
  upserts.set(table, bySchema);
  const known = bySchema.get(schema);
  if (known) return known;
  const all = Object.entries(table.columns);
  const names = all.map(([column]) => column).join(', ');
  const rest = all.map(([column]) => column).filter((column) => !table.key.includes(column));
  const values = all.map(([column, { type }]) => (type === 'text[]' ? `${column}::text[]` : column));
  const arrays = all.map(([, { type }], i) => `$${i + 1}::${ARRAY[type]}`);
  const made =
    `insert into ${schema}.${table.name} (${names}) ` +
    `select ${values.join(', ')} from unnest(${arrays.join(', ')}) as v(${names}) ` +
    `on conflict (${table.key.join(', ')}) do ` +
    (rest.length
      ? `update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`
      : 'nothing');
  bySchema.set(schema, made);
  return made;
}

/** The array that carries a column. An array in an array would lose its borders: it goes as its text form. */
const ARRAY: Record<SqlType, string> = {
  text: 'text[]',
  uuid: 'uuid[]',
  date: 'date[]',
  numeric: 'numeric[]',
  bigint: 'bigint[]',
  integer: 'integer[]',
  boolean: 'boolean[]',
  timestamptz: 'timestamptz[]',
  jsonb: 'jsonb[]',
  'text[]': 'text[]',
};

const PLAIN: ReadonlySet<SqlType> = new Set(['uuid', 'date', 'bigint', 'integer', 'boolean', 'timestamptz']);

/** How a value is written where `String` would not do. */
const TEXT: Partial<Record<SqlType, (value: unknown) => string>> = {
  timestamptz: (value) => (value instanceof Date ? instantText(value) : String(value)),
  jsonb: (value) => JSON.stringify(value),
  'text[]': (value) => arrayOf(value as readonly unknown[], String),
};

let lastInstant: Date | undefined;
let lastText = '';

/** Rows of one fact have the same instant: it is written once. */
function instantText(instant: Date): string {
  if (instant !== lastInstant) {
    lastText = instant.toISOString();
    lastInstant = instant;
  }
  return lastText;
}

/** How values of the type are written for PostgreSQL to read. */
export const valueText = (type: SqlType): ((value: unknown) => string) => TEXT[type] ?? String;

const encoded = (value: unknown, type: SqlType): string => (TEXT[type] ?? String)(value);
