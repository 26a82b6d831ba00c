import type { Position } from '@quittance/event-store';
import type { Sql } from './database.js';

/** How far the projector has come, as stored in the transaction of the rows. */
export interface ProjectorState {
  /** Position of the last fact processed; undefined before the first. */
  checkpoint: Position | undefined;
  /** Facts projected, heartbeats not counted. */
  facts: bigint;
  /** Running maximum of recorded times seen. */
  recordedMax: Date | undefined;
  /** Everything recorded at or before it is in the tables. */
  completeThrough: Date | undefined;
  /** When a heartbeat last came through, by PostgreSQL's clock. */
  beatAt: Date | undefined;
  subscribed: boolean;
  /** Up to this commit position the log was read a second time. */
  tail: bigint;
  /** The projector that moved it last. */
  writer: string | undefined;
}

/** The state row; locked until the end of the transaction when asked. */
export async function projectorState(sql: Sql, options: { lock?: boolean } = {}): Promise<ProjectorState> {
  const { rows } = await sql.query<{
    checkpoint_commit: bigint | null;
    checkpoint_prepare: bigint | null;
    facts: bigint;
    recorded_max: Date | null;
    complete_through: Date | null;
    beat_at: Date | null;
    subscribed: boolean;
    tail_commit: bigint | null;
    writer: string | null;
  }>(`select * from projector.state${options.lock ? ' for update' : ''}`);
  const row = rows[0]!;
  return {
    checkpoint:
      row.checkpoint_commit === null || row.checkpoint_prepare === null
        ? undefined
        : { commit: row.checkpoint_commit, prepare: row.checkpoint_prepare },
    facts: row.facts,
    recordedMax: row.recorded_max ?? undefined,
    completeThrough: row.complete_through ?? undefined,
    beatAt: row.beat_at ?? undefined,
    subscribed: row.subscribed,
    tail: row.tail_commit ?? 0n,
    writer: row.writer ?? undefined,
  };
}

/** Moves the state in the transaction of the rows and tells who waits for a position. */
export async function moveState(
  sql: Sql,
  to: { checkpoint: Position; facts: number; recordedMax: Date; beat: boolean; writer: string },
): Promise<void> {
  // One statement, one round trip. Instants have milliseconds: what comes next may be as old as recordedMax, so
  // everything is in only up to the millisecond before.
  await sql.query({
    name: 'move state',
    text: `with moved as (
             update projector.state set checkpoint_commit = $1, checkpoint_prepare = $2, facts = facts + $3,
               recorded_max = greatest(recorded_max, $4::timestamptz),
               complete_through = greatest(complete_through, $4::timestamptz - interval '1 millisecond'),
               beat_at = case when $5 then clock_timestamp() else beat_at end, writer = $6
             returning checkpoint_commit)
           select pg_notify('quittance_progress', checkpoint_commit::text) from moved`,
    values: [
      String(to.checkpoint.commit),
      String(to.checkpoint.prepare),
      to.facts,
      to.recordedMax.toISOString(),
      to.beat,
      to.writer,
    ],
  });
}

/** -1, 0 or 1: positions compared as numbers; undefined is before the first. */
export function comparePositions(a: Position | undefined, b: Position | undefined): number {
  const [x, y] = [a ?? START, b ?? START];
  if (x.commit !== y.commit) return x.commit < y.commit ? -1 : 1;
  return x.prepare === y.prepare ? 0 : x.prepare < y.prepare ? -1 : 1;
}
const START: Position = { commit: -1n, prepare: -1n };
