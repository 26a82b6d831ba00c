import type { Sql } from '../database.js';
import { createBareTable, createIndexes } from '../ddl.js';
import type { AnyProjection } from '../projection.js';

/** Who may read the tables of all schemas that people read. Made by a migration; it may be missing. */
export const READER = 'quittance_reader';

/** The tables of a rebuild, empty, each with its key only: other indexes are cheaper made when it is full. */
export async function createShadow(
  sql: Sql,
  schema: string,
  projections: readonly AnyProjection[],
): Promise<void> {
  await sql.query(`drop schema if exists ${schema} cascade; create schema ${schema}`);
  const tables = projections.flatMap((projection) => projection.tables);
  const statements = tables.flatMap((table) => createBareTable(schema, table));
  if (statements.length) await sql.query(statements.join(';\n'));
  // A table keeps its rights when it moves to another schema; that schema's default rights come too late.
  await sql.query(`do $$ begin
    if exists (select from pg_roles where rolname = '${READER}') then
      grant select on all tables in schema ${schema} to ${READER};
    end if;
  end $$`);
}

/** The other indexes, and what the planner and readers need to be quick from the first question on. */
export async function indexShadow(
  sql: Sql,
  schema: string,
  projections: readonly AnyProjection[],
): Promise<void> {
  for (const table of projections.flatMap(({ tables }) => tables)) {
    for (const statement of createIndexes(schema, table)) await sql.query(statement);
    await sql.query(`vacuum (analyze) ${schema}.${table.name}`);
  }
}
