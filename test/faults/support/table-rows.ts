import type { AnyTable, SqlType } from '@quittance/read-model';
import canonicalize from 'canonicalize';
import { Decimal } from 'decimal.js';
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

/** A column's text in a form that is equal for equal values: 1.0 and 1, an object with its keys in any order. */
export function normal(text: string | null, type: SqlType): string | null {
  if (text === null) return null;
  if (type === 'numeric') return new Decimal(text).toFixed();
  if (type === 'jsonb' || type === 'text[]') return canonicalize(JSON.parse(text)) ?? null;
  return text;
}

/** A value of the fold in the same form. */
export function normalValue(value: unknown, type: SqlType): string | null {
  if (value === null || value === undefined) return null;
  if (type === 'jsonb' || type === 'text[]') return canonicalize(value) ?? null;
  if (type === 'timestamptz') return (value as string).replace('Z', '000Z');
  if (type === 'numeric') return new Decimal(value as Decimal.Value).toFixed();
  return typeof value === 'string' ? value : (value as bigint | number).toString();
}
