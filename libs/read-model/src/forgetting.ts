import type { EventStore } from '@quittance/event-store';
import type { Pool } from 'pg';
import type { Beat } from './advance.js';
import { heartbeatStream } from './heartbeat.js';
import { type KeptInstants, toldByHeartbeats } from './kept-instants.js';

export interface ForgettingOptions {
  store: EventStore;
  pool: Pool;
  entity: string;
  instants: KeptInstants;
  /** Heartbeats after which those before are forgotten. Default 1,000: some three hours of a quiet installation. */
  every?: number;
  failed: (error: Error) => void;
}

interface ForgottenRow {
  position: bigint | null;
  revision: bigint | null;
}

/**
 * Lets the store forget old heartbeats: 8,640 a day would otherwise stay for ever. What they told that facts do not
 * is kept first, so that no answer changes when they are gone.
 */
export class Forgetting {
  private working: Promise<void> | undefined;
  /** The revision of the heartbeat at which to look again; unknown at first. */
  private next = -1n;

  constructor(private readonly options: ForgettingOptions) {}

  /** Told of a heartbeat that is processed, with all before it. */
  passed(beat: Beat): void {
    const { entity, every = 1_000, failed } = this.options;
    if (this.working || beat.stream !== heartbeatStream(entity) || beat.revision < this.next) return;
    this.working = this.forget(beat, BigInt(every))
      .catch((error: Error) => {
        this.next = beat.revision + BigInt(Math.ceil(every / 10));
        failed(error);
      })
      .finally(() => (this.working = undefined));
  }

  async stop(): Promise<void> {
    await this.working;
  }

  private async forget(beat: Beat, every: bigint): Promise<void> {
    const { store, pool, entity, instants } = this.options;
    const { rows } = await pool.query<ForgottenRow>(
      'select forgotten_position as position, forgotten_revision as revision from projector.state',
    );
    const { position, revision } = rows[0]!;
    this.next = (revision ?? -1n) + every;
    // One behind is of a history that was moved: heartbeats are numbered anew there.
    const isRenumbered = revision !== null && beat.revision < revision;
    if (beat.revision < this.next && !isRenumbered) return;
    const told = await toldByHeartbeats(pool, position ?? -1n, beat.position);
    // The heartbeat itself stays; what was later than it is kept for its place.
    if (beat.recordedMax > beat.recordedAt) told.push({ position: beat.position, instant: beat.recordedMax });
    await instants.keep(store, entity, told);
    await store.forget(beat.stream, beat.revision);
    await pool.query('update projector.state set forgotten_position = $1, forgotten_revision = $2', [
      String(beat.position),
      String(beat.revision),
    ]);
    this.next = beat.revision + every;
  }
}
