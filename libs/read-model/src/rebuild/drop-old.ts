import type { Pool } from 'pg';

/**
 * Drops the tables that earlier rebuilds replaced. What somebody else built on them (a view) is not dropped along: it
 * is an error of PostgreSQL that names it. @returns the schemas that are gone
 */
export async function dropOld(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ schema: string; tables: string[] }>(
    String.raw`select nspname as schema, array(
         select format('%I.%I', nspname, relname) from pg_class
         where relnamespace = n.oid and relkind = 'r' order by relname) as tables
       from pg_namespace n where nspname ~ '^retired_\d+$' order by n.oid`,
  );
  for (const { schema, tables } of rows) {
    await pool.query([...tables.map((table) => `drop table ${table}`), `drop schema ${schema}`].join(';'));
  }
  return rows.map(({ schema }) => schema);
}
