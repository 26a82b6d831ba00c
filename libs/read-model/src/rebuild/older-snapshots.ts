import type { Sql } from '@quittance/process';

/** A transaction of another session that looks at the database as it was at one moment. */
interface Looking {
  pid: number;
  since: string;
}

/**
 * The transactions that hold a snapshot now (REPEATABLE READ, open cursors, statements under way). To those, tables
 * that were filled later would be half empty, so a swap waits until they have ended; what begins later sees the
 * tables whole. Those of other roles are seen by members of pg_read_all_stats only.
 */
export async function snapshotsNow(sql: Sql): Promise<Looking[]> {
  const { rows } = await sql.query<Looking>(
    `select pid, xact_start::text as since from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
       and backend_xmin is not null and xact_start is not null`,
  );
  return rows;
}

/** Those that still look. */
export async function stillLooking(sql: Sql, looking: readonly Looking[]): Promise<Looking[]> {
  if (looking.length === 0) return [];
  const now = new Set((await snapshotsNow(sql)).map(({ pid, since }) => `${pid} ${since}`));
  return looking.filter(({ pid, since }) => now.has(`${pid} ${since}`));
}
