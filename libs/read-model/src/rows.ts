import { arrayOf } from './arrays.js';
import type { Sql } from './database.js';
import type { AnyTable, SqlType } from './table.js';

export type Row = Record<string, unknown>;

/** The key of a row as one text: equal for equal keys, whatever made the row. */
export const keyOf = (table: AnyTable, row: Row): string =>
  table.key.length === 1
    ? text(row[table.key[0]!], table.columns[table.key[0]!]!.type)
    : table.key.map((column) => text(row[column], table.columns[column]!.type)).join('\u0000');

// SQL gives uuids in lower case, whatever they were written in.
const text = (value: unknown, type: SqlType): string =>
  type === 'uuid' ? String(value).toLowerCase() : String(value);

/** The rows of these keys, by key; a key without a row is missing. */
export async function loadRows(
  sql: Sql,
  schema: string,
  table: AnyTable,
  keys: readonly Row[],
): Promise<Map<string, Row>> {
  const { load } = statements(schema, table);
  const values = table.key.map((column) => arrayOf(keys, (key) => String(key[column])));
  const { rows } = await sql.query<Row>({ name: load.name, text: load.text, values });
  return new Map(rows.map((row) => [keyOf(table, row), row]));
}

/** Writes whole rows, one statement for all of them; each key at most once. */
export async function saveRows(
  sql: Sql,
  schema: string,
  table: AnyTable,
  rows: readonly Row[],
): Promise<void> {
  const { save } = statements(schema, table);
  const values = Object.entries(table.columns).map(([column, { type }]) => {
    const encode = TEXT[type] ?? String;
    return arrayOf(rows, ({ [column]: value }) => (value == null ? null : encode(value)), PLAIN.has(type));
  });
  await sql.query({ name: save.name, text: save.text, values });
}

interface Statement {
  name: string;
  text: string;
}
const made = new WeakMap<AnyTable, Map<string, { load: Statement; save: Statement }>>();

/** Statements of a table, made once: prepared under their names, so PostgreSQL plans them once a connection. */
function statements(schema: string, table: AnyTable): { load: Statement; save: Statement } {
  const bySchema = made.get(table) ?? new Map<string, { load: Statement; save: Statement }>();
  made.set(table, bySchema);
  const known = bySchema.get(schema);
  if (known) return known;
  const all = Object.keys(table.columns);
  const rest = all.filter((column) => !table.key.includes(column));
  const unnest = (columns: readonly string[]): string =>
    `unnest(${columns.map((column, i) => `$${i + 1}::${ARRAY[table.columns[column]!.type]}`).join(', ')})`;
  const name = `${schema}.${table.name}`;
  const load =
    `select ${all.map((column) => `t.${column}`).join(', ')} from ${name} t ` +
    `join ${unnest(table.key)} as k(${table.key.join(', ')}) using (${table.key.join(', ')})`;
  const values = all.map((column) =>
    table.columns[column]!.type === 'text[]' ? `${column}::text[]` : column,
  );
  const save =
    `insert into ${name} (${all.join(', ')}) ` +
    `select ${values.join(', ')} from ${unnest(all)} as v(${all.join(', ')}) ` +
    `on conflict (${table.key.join(', ')}) do ` +
    (rest.length
      ? `update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`
      : 'nothing');
  const result = {
    load: { name: `load ${name}`.slice(0, 60), text: load },
    save: { name: `save ${name}`.slice(0, 60), text: save },
  };
  bySchema.set(schema, result);
  return result;
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
  timestamptz: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  jsonb: (value) => JSON.stringify(value),
  'text[]': (value) => arrayOf(value as readonly unknown[], String),
};
