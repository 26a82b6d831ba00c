import type { EventStore, Position } from '@quittance/event-store';
import type { Pool } from 'pg';
import { IS_REBUILDING } from '../rebuild/record.js';
import { projectorState, type ProjectorState } from '../state.js';
import { type Lag, lagOf } from './lag.js';

/** A projection as it stands: its tables' version, and what it leaves out. */
export interface StandingProjection {
  name: string;
  version: string;
  /** When its tables were made, or swapped in. */
  since: Date;
  /** Streams it could not go on with. */
  parked: number;
}

export interface StandingRebuild {
  id: bigint;
  projections: string[];
  status: string;
  factsDone: bigint;
  factsToDo: bigint;
  startedAt: Date;
  /** Seconds since it last said how far it is: one that was killed says nothing more. */
  silentSeconds: number;
  /** The projector stands still until it is through, and its process lives. */
  projectorWaits: boolean;
}

/** What a process without HTTP has counted. */
export interface Counted {
  process: string;
  name: string;
  value: bigint;
}

export interface ReadSide {
  projector: ProjectorState;
  /** Seconds since a heartbeat came through the subscription; undefined before the first. */
  beatSeconds?: number;
  projections: StandingProjection[];
  /** Streams that at least one projection leaves out. */
  parkedStreams: number;
  /** Those under way. */
  rebuilds: StandingRebuild[];
  counts: Counted[];
}

/** How an installation stands. What is undefined did not answer in time. */
export interface Standing {
  /** The position of the last fact in the log; `at` is undefined in an empty one. */
  end?: { at: Position | undefined };
  readSide?: ReadSide;
  /** Known when both stores answer. */
  lag?: Lag;
}

const PATIENCE_MS = 2_000;

/** Looks at both stores. However many ask at once, one look serves them all. */
export class StandingWatch {
  private looking?: Promise<Standing>;

  constructor(
    private readonly store: EventStore,
    private readonly pool: Pool,
  ) {}

  look(): Promise<Standing> {
    return (this.looking ??= this.see().finally(() => (this.looking = undefined)));
  }

  private async see(): Promise<Standing> {
    const end = this.store.end().then((at) => ({ at }));
    const [store, readSide] = await Promise.all([inTime(end), inTime(readSideOf(this.pool))]);
    if (!store || !readSide) return { end: store, readSide };
    const lag = await inTime(lagOf(this.store, readSide.projector.checkpoint, store.at));
    return lag ? { end: store, readSide, lag } : { readSide };
  }
}

async function readSideOf(pool: Pool): Promise<ReadSide> {
  const projector = await projectorState(pool);
  const { rows } = await pool.query<{ beat_seconds: number | null; parked_streams: number }>(
    `select extract(epoch from clock_timestamp() - beat_at)::float8 as beat_seconds,
            (select count(distinct stream)::int from projector.parked) as parked_streams from projector.state`,
  );
  const projections = await pool.query<StandingProjection>(
    `select name, version, since, (select count(*)::int from projector.parked where projection = name) as parked
     from projector.projections order by name`,
  );
  const rebuilds = await pool.query<StandingRebuild>(
    `select id, projections, status, facts_done as "factsDone", facts_to_do as "factsToDo", started_at as "startedAt",
            extract(epoch from clock_timestamp() - updated_at)::float8 as "silentSeconds",
            projecting and ${IS_REBUILDING} as "projectorWaits"
     from projector.rebuilds where status in ('building', 'caught-up') order by id`,
  );
  const counts = await pool.query<Counted>(
    'select process, name, value from projector.counts order by process, name',
  );
  return {
    projector,
    beatSeconds: rows[0]?.beat_seconds ?? undefined,
    projections: projections.rows,
    parkedStreams: rows[0]?.parked_streams ?? 0,
    rebuilds: rebuilds.rows,
    counts: counts.rows,
  };
}

/** The answer, or undefined when it failed or did not come in time. */
async function inTime<T>(asked: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
