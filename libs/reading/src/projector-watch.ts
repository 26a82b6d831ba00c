import type { Pool } from 'pg';

/** How far the read model is, as one consistent look. */
export interface ProjectorState {
  /** The last fact projected; 0n before the first. */
  position: bigint;
  /** Everything recorded at or before it is in; undefined before the projector ran. */
  completeThrough?: Date;
  /** The running maximum of recorded times at the last fact of the mirror. */
  lastRecorded?: Date;
  /** When the projector last heard of the event store. */
  beatAt?: Date;
  /** Streams that at least one projection could not go on with: their later facts are left out. */
  parked: number;
  /** Projections of ours whose tables lack facts until they are rebuilt. */
  unbuilt: number;
}

/** A beat older than this: the projector stands still, or hears nothing. It beats every ten seconds. */
const SILENT_MS = 15_000;
const LOOK_EVERY_MS = 15;

interface Waiter {
  holds: (state: ProjectorState) => boolean;
  until: number;
  resolve: (state: ProjectorState | undefined) => void;
  reject: (error: unknown) => void;
}

/** Looks at the projector. However many requests wait in a process, one of them looks for all. */
export class ProjectorWatch {
  private waiters: Waiter[] = [];
  private looking = false;

  /** @param projections names of those that are read here */
  constructor(
    private readonly pool: Pool,
    private readonly projections: readonly string[] = [],
  ) {}

  async state(): Promise<ProjectorState> {
    const { rows } = await this.pool.query<StateRow>(LOOK, [this.projections]);
    const row = rows[0];
    return {
      position: BigInt(row?.position ?? 0),
      completeThrough: instant(row?.complete_through),
      lastRecorded: instant(row?.last_recorded),
      // Measured by PostgreSQL's clock, which set it; told by ours.
      beatAt: row?.silent_for ? new Date(Date.now() - Number(row.silent_for)) : undefined,
      parked: row?.parked ?? 0,
      unbuilt: row?.unbuilt ?? 0,
    };
  }

  /** The first state that holds, or undefined when none did in time. */
  async until(
    holds: (state: ProjectorState) => boolean,
    milliseconds: number,
  ): Promise<ProjectorState | undefined> {
    const now = await this.state();
    if (holds(now)) return now;
    return new Promise((resolve, reject) => {
      this.waiters.push({ holds, until: Date.now() + milliseconds, resolve, reject });
      if (!this.looking) void this.look();
    });
  }

  /** Asks the projector for a heartbeat at once: what was recorded by now is then known to be complete. */
  async nudge(): Promise<void> {
    await this.pool.query(`select pg_notify('quittance_heartbeat', '')`);
  }

  /** Whether the read model is known to be behind `written`, or cannot say. */
  isStale(state: ProjectorState, written: bigint): boolean {
    return this.isSilent(state) || state.parked > 0 || state.unbuilt > 0 || written > state.position;
  }

  /** Whether the projector stands still, or hears nothing. */
  isSilent({ beatAt }: ProjectorState): boolean {
    return !beatAt || Date.now() - beatAt.getTime() > SILENT_MS;
  }

  /** Which of the streams a projection left out facts of. */
  async parkedAmong(streams: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.pool.query<{ stream: string }>(
      'select distinct stream from projector.parked where stream = any ($1::text[])',
      [streams],
    );
    return new Set(rows.map(({ stream }) => stream));
  }

  private async look(): Promise<void> {
    this.looking = true;
    try {
      while (this.waiters.length > 0) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
        const state = await this.state();
        this.waiters = this.waiters.filter(({ holds, until, resolve }) => {
          if (!holds(state) && Date.now() < until) return true;
          resolve(holds(state) ? state : undefined);
          return false;
        });
      }
    } catch (error) {
      for (const { reject } of this.waiters.splice(0)) reject(error);
    } finally {
      this.looking = false;
    }
  }
}

interface StateRow {
  position: string | null;
  complete_through: string | null;
  last_recorded: string | null;
  silent_for: string | null;
  parked: number;
  unbuilt: number;
}

// Instants as whole milliseconds, rounded down: what is complete is never said to reach further than it does.
const ms = (column: string): string => `floor(extract(epoch from ${column}) * 1000)::bigint::text`;
const msUp = (column: string): string => `ceil(extract(epoch from ${column}) * 1000)::bigint::text`;

const LOOK = `
  select checkpoint_commit::text as position, ${ms('complete_through')} as complete_through,
         ${ms('clock_timestamp() - beat_at')} as silent_for,
         (select ${msUp('recorded_max')} from mirror.facts order by position desc limit 1) as last_recorded,
         (select count(distinct stream)::int from projector.parked) as parked,
         (select count(*)::int from projector.projections where name = any ($1) and version = 'unbuilt') as unbuilt
  from projector.state`;

const instant = (milliseconds?: string | null): Date | undefined =>
  milliseconds ? new Date(Number(milliseconds)) : undefined;
