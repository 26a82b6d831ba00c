import type { AnyTable, SqlType } from '@quittance/read-model';
import type { Client } from 'pg';

/** One row as texts, in the order of the table's columns. */
export type Texts = readonly (string | null)[];

const INSTANT = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const AS_TEXT: Partial<Record<SqlType, (column: string) => string>> = {
  timestamptz: INSTANT,
  'text[]': (column) => `to_json(${column})::text`,
};

/** All rows of a table by key (its parts joined by a space), exactly as PostgreSQL holds them. */
export async function rowsOf(sql: Client, table: AnyTable, schema = 'live'): Promise<Map<string, Texts>> {
  const columns = Object.entries(table.columns).map(
    ([name, { type }]) => AS_TEXT[type]?.(name) ?? `${name}::text`,
  );
  const key = table.key.map((name) => `${name}::text`).join(` || ' ' || `);
  const { rows } = await sql.query<string[]>({
    text: `select ${key}, ${columns.join(', ')} from ${schema}.${table.name}`,
    rowMode: 'array',
  });
  return new Map(rows.map(([of, ...values]) => [of!, values]));
}
