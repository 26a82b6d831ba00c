import type { Pool, PoolClient } from 'pg';
import type { Sql } from '@quittance/process';

/** Whoever rebuilds holds it, on a session that ends with its process: one at a time in a database. */
export const REBUILD_LOCK = 7_120_003;

/** SQL: whether a process that is alive holds it. */
export const IS_REBUILDING = `exists (select from pg_locks where locktype = 'advisory' and objid = ${REBUILD_LOCK}
  and granted and database = (select oid from pg_database where datname = current_database()))`;

export type RebuildStatus = 'building' | 'caught-up' | 'swapped' | 'compared' | 'cancelled' | 'failed';

/** What a rebuild is of. */
export interface RebuildOf {
  target: 'live' | 'analysis';
  projections: readonly string[];
  versions: readonly string[];
  source: 'mirror' | 'store';
  /** The projector waits for it. */
  projecting: boolean;
}

/** Another rebuild is at work in this database. */
export class RebuildBusyError extends Error {
  override name = 'RebuildBusyError';
  constructor() {
    super('another rebuild is at work: wait for it, or end it');
  }
}

/** The row of a rebuild in `projector.rebuilds`; also owns its schema. */
export class RebuildRecord {
  private told = 0;

  private constructor(
    private readonly pool: Pool,
    readonly id: bigint,
  ) {}

  /** The schema of the new tables, nobody else's. */
  get schema(): string {
    return `rebuild_${this.id}`;
  }

  /** Where the old tables go. */
  get retired(): string {
    return `retired_${this.id}`;
  }

  /** Takes the lock on this session, clears what dead rebuilds left, and begins. @throws RebuildBusyError */
  static async begin(pool: Pool, session: PoolClient, of: RebuildOf): Promise<RebuildRecord> {
    const { rows: lock } = await session.query<{ locked: boolean }>(
      'select pg_try_advisory_lock($1) as locked',
      [REBUILD_LOCK],
    );
    if (!lock[0]!.locked) throw new RebuildBusyError();
    await dropLeftovers(session);
    const { rows } = await session.query<{ id: bigint }>(
      `insert into projector.rebuilds (target, projections, versions, source, projecting)
       values ($1, $2, $3, $4, $5) returning id`,
      [of.target, of.projections, of.versions, of.source, of.projecting],
    );
    return new RebuildRecord(pool, rows[0]!.id);
  }

  /** Says how far it is, a few times a second at most. */
  async progress(position: bigint, done: number, toDo: bigint): Promise<void> {
    if (Date.now() - this.told < 300) return;
    this.told = Date.now();
    await this.pool.query(
      `update projector.rebuilds set position = $2, facts_done = $3, facts_to_do = $4, updated_at = clock_timestamp()
       where id = $1`,
      [String(this.id), String(position), done, String(toDo)],
    );
  }

  async is(
    status: RebuildStatus,
    more: { position?: bigint; done?: number; error?: string } = {},
    sql: Sql = this.pool,
  ): Promise<void> {
    const { position, done, error } = more;
    await sql.query(
      `update projector.rebuilds set status = $2, position = coalesce($3, position),
         facts_done = coalesce($4, facts_done), error = $5, updated_at = clock_timestamp() where id = $1`,
      [
        String(this.id),
        status,
        position === undefined ? null : String(position),
        done ?? null,
        error ?? null,
      ],
    );
  }

  async drop(sql: Sql = this.pool): Promise<void> {
    await sql.query(`drop schema if exists ${this.schema} cascade`);
  }
}

/** Called with the lock held: whatever else is being built belongs to nobody any more. */
async function dropLeftovers(sql: Sql): Promise<void> {
  await sql.query(
    `update projector.rebuilds set status = 'failed', error = 'its process ended', updated_at = clock_timestamp()
     where status in ('building', 'caught-up')`,
  );
  const { rows } = await sql.query<{ name: string }>(
    String.raw`select nspname as name from pg_namespace where nspname ~ '^rebuild_\d+$'`,
  );
  for (const { name } of rows) await sql.query(`drop schema if exists ${name} cascade`);
}
