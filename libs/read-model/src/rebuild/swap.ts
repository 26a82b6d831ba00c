import type { Sql } from '@quittance/process';
import type { Parked } from '../parking.js';
import type { AnyProjection } from '../projection.js';
import { AT_WORK } from '../state.js';
import { versionOf } from '../version.js';
import type { RebuildRecord } from './record.js';

/** Readers hold a table for longer than they may be made to wait: later. */
export class ReadersAtWorkError extends Error {
  override name = 'ReadersAtWorkError';
}

/** Shorter than deadlock_timeout (1 s): a reader that holds one table and waits for the next is never the victim. */
const LONGEST_WAIT = '100ms';
/** PostgreSQL's code for a lock that was not to be had in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Puts the new tables in the place of the old, within the transaction that holds the projector's state. All tables
 * are locked before the first is moved, in one order: a statement sees the old ones or the new ones.
 * @throws ReadersAtWorkError
 */
export async function swapLive(
  sql: Sql,
  record: RebuildRecord,
  projections: readonly AnyProjection[],
  parked: readonly Parked[],
): Promise<void> {
  const names = projections.map(({ name }) => name);
  const { rows } = await sql.query<{ old: string[] }>(
    `select array(select t from (select unnest(tables) as t from projector.projections where name = any($1)
                                 union select unnest($2::text[])) x
                  where to_regclass('live.' || t) is not null order by t collate "C") as old`,
    [names, tablesOf(projections)],
  );
  const { old } = rows[0]!;
  await lockTables(
    sql,
    old.map((name) => `live.${name}`),
  );
  if (old.length) await sql.query(`create schema if not exists ${record.retired}`);
  for (const name of old) await sql.query(`alter table live.${name} set schema ${record.retired}`);
  for (const name of tablesOf(projections)) {
    await sql.query(`alter table ${record.schema}.${name} set schema live`);
  }
  for (const { name, comment, tables } of projections) {
    await sql.query(
      `insert into projector.projections (name, version, comment, tables) values ($1, $2, $3, $4)
       on conflict (name) do update set version = excluded.version, comment = excluded.comment,
         tables = excluded.tables, since = now()`,
      [
        name,
        versionOf(projections.find((one) => one.name === name)!),
        comment,
        tables.map((table) => table.name),
      ],
    );
  }
  await sql.query('delete from projector.parked where projection = any($1)', [names]);
  await sql.query(
    `insert into projector.parked (projection, stream, revision, position, type, error)
     select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[])`,
    [
      parked.map(({ projection }) => projection),
      parked.map(({ stream }) => stream),
      parked.map(({ revision }) => String(revision)),
      parked.map(({ position }) => String(position)),
      parked.map(({ type }) => type),
      parked.map(({ error }) => error),
    ],
  );
  await sql.query(`${AT_WORK}, rebuilt = $1`, [String(record.id)]);
}

/** Puts the new tables in the place of those in `analysis`, which go at once: they can be made again at any time. */
export async function swapAnalysis(
  sql: Sql,
  record: RebuildRecord,
  projections: readonly AnyProjection[],
): Promise<void> {
  const { rows } = await sql.query<{ name: string }>(
    `select t as name from unnest($1::text[]) t where to_regclass('analysis.' || t) is not null`,
    [tablesOf(projections)],
  );
  const old = rows.map(({ name }) => `analysis.${name}`).sort();
  await lockTables(sql, old);
  for (const name of old) await sql.query(`drop table ${name}`);
  for (const name of tablesOf(projections)) {
    await sql.query(`alter table ${record.schema}.${name} set schema analysis`);
  }
}

export const tablesOf = (projections: readonly AnyProjection[]): string[] =>
  projections.flatMap(({ tables }) => tables.map(({ name }) => name)).sort();

/** All of them or none, soon or not at all. @throws ReadersAtWorkError */
export async function lockTables(sql: Sql, tables: readonly string[]): Promise<void> {
  if (tables.length === 0) return;
  await sql.query(`set local lock_timeout = '${LONGEST_WAIT}'`);
  try {
    await sql.query(`lock table ${tables.join(', ')} in access exclusive mode`);
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
    throw new ReadersAtWorkError('readers hold the tables');
  }
  await sql.query('set local lock_timeout = default');
}
