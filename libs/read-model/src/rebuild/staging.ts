import type { Pool } from 'pg';
import type { Sql } from '@quittance/process';
import { createBareTable, createIndexes, keepSums } from '../ddl.js';
import type { AnyProjection } from '../projection.js';
import type { StagingWriter } from './staging-writer.js';

/** Who may read the tables of all schemas that people read. Made by a migration; it may be missing. */
export const READER = 'quittance_reader';

/** The tables of a rebuild, empty, with their keys only or not even those. */
export async function createStaging(
  sql: Sql,
  schema: string,
  projections: readonly AnyProjection[],
  keyed = true,
): Promise<void> {
  await sql.query(`drop schema if exists ${schema} cascade; create schema ${schema}`);
  const tables = projections.flatMap((projection) => projection.tables);
  const statements = tables.flatMap((table) => createBareTable(schema, table, keyed));
  if (statements.length) await sql.query(statements.join(';\n'));
  await letRead(sql, `all tables in schema ${schema}`);
}

/** A table keeps its rights when it moves to another schema; that schema's default rights come too late. */
export async function letRead(sql: Sql, tables: string): Promise<void> {
  await sql.query(`do $$ begin
    if exists (select from pg_roles where rolname = '${READER}') then
      grant select on ${tables} to ${READER};
    end if;
  end $$`);
}

/** Tables that are finished at the same time. */
const LANES = 2;

/**
 * Keys that are missing, the other indexes, and what the planner and readers need to be quick from the first question
 * on; the largest tables first. @throws DoubledKeyError
 */
export async function indexStaging(
  pool: Pool,
  writer: StagingWriter,
  projections: readonly AnyProjection[],
): Promise<void> {
  const { schema } = writer;
  const sizes = await pool.query<{ name: string }>(
    'select relname as name from pg_class where relnamespace = $1::regnamespace order by pg_relation_size(oid)',
    [schema],
  );
  const order = sizes.rows.map(({ name }) => name);
  const waiting = projections
    .flatMap(({ tables }) => tables)
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const lane = async (): Promise<void> => {
    for (let table = waiting.pop(); table; table = waiting.pop()) {
      await writer.key(table, pool);
      const statements = [...createIndexes(schema, table), ...keepSums(schema, table)];
      for (const statement of statements) await pool.query(statement);
      await pool.query(`vacuum (analyze) ${schema}.${table.name}`);
    }
  };
  // All of them have ended when this does: nobody works on tables that are dropped.
  const lanes = await Promise.allSettled(
    Array.from({ length: LANES }, () => lane().finally(() => (waiting.length = 0))),
  );
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
}
