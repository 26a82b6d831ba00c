import type { Position } from '@quittance/event-store';
import type { Sql } from '@quittance/process';
import type { Write } from './writes.js';

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
  /** The last rebuild that was swapped in. */
  rebuilt: bigint | undefined;
}

interface StateRow {
  checkpoint_commit: bigint | null;
  checkpoint_prepare: bigint | null;
  facts: bigint;
  recorded_max: Date | null;
  complete_through: Date | null;
  beat_at: Date | null;
  subscribed: boolean;
  tail_commit: bigint | null;
  writer: string | null;
  rebuilt: bigint | null;
}

/** How far the projector has come. */
export const projectorState = async (sql: Sql): Promise<ProjectorState> =>
  stateFrom(await sql.query(ASK_STATE));

export const ASK_STATE = 'select * from projector.state';
/** Holds the state until the end of the transaction: whoever else projects waits. */
export const LOCK_STATE = `${ASK_STATE} for update`;

export function stateFrom({ rows }: { rows: unknown[] }): ProjectorState {
  const row = rows[0] as StateRow;
  const { checkpoint_commit: commit, checkpoint_prepare: prepare } = row;
  return {
    checkpoint: commit === null || prepare === null ? undefined : { commit, prepare },
    facts: row.facts,
    recordedMax: row.recorded_max ?? undefined,
    completeThrough: row.complete_through ?? undefined,
    beatAt: row.beat_at ?? undefined,
    subscribed: row.subscribed,
    tail: row.tail_commit ?? 0n,
    writer: row.writer ?? undefined,
    rebuilt: row.rebuilt ?? undefined,
  };
}

/** Says that the projector is at work, or waited for us: no standby takes it for one that stands still. */
export const AT_WORK = 'update projector.state set moved_at = clock_timestamp()';

/** Moves the state with the rows. */
export function movingState(to: {
  checkpoint: Position;
  facts: number;
  recordedMax: Date;
  beat: boolean;
  writer: string;
}): Write {
  return {
    name: 'state',
    // Instants have milliseconds: what comes next may be as old as recordedMax, so everything is in only up to the
    // millisecond before.
    text: `update projector.state set checkpoint_commit = $1::bigint, checkpoint_prepare = $2::bigint,
             facts = facts + $3::bigint, recorded_max = greatest(recorded_max, $4::timestamptz),
             complete_through = greatest(complete_through, $4::timestamptz - interval '1 millisecond'),
             beat_at = case when $5::boolean then clock_timestamp() else beat_at end, writer = $6::uuid,
             moved_at = clock_timestamp()
           returning checkpoint_commit`,
    values: [
      String(to.checkpoint.commit),
      String(to.checkpoint.prepare),
      to.facts,
      to.recordedMax.toISOString(),
      to.beat,
      to.writer,
    ],
  };
}

/** After `movingState`: tells who waits for a position. */
export const TELL_PROGRESS = "select pg_notify('quittance_progress', checkpoint_commit::text) from $writes";

/** -1, 0 or 1: positions compared as numbers; undefined is before the first. */
export function comparePositions(a: Position | undefined, b: Position | undefined): number {
  const [x, y] = [a ?? START, b ?? START];
  if (x.commit !== y.commit) return x.commit < y.commit ? -1 : 1;
  return x.prepare === y.prepare ? 0 : x.prepare < y.prepare ? -1 : 1;
}
const START: Position = { commit: -1n, prepare: -1n };
