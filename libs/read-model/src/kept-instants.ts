import {
  type EventStore,
  type RecordedFact,
  resolveAppend,
  StoreUnavailableError,
  uuid5,
} from '@quittance/event-store';
import type { Sql } from '@quittance/process';
import { HEARTBEAT, heartbeatStream } from './heartbeat.js';

/** From this place of the log on, the running maximum of recorded times is at least this instant. */
export interface KeptInstant {
  position: bigint;
  instant: Date;
}

/** A stream of its own, which nothing is ever taken from. Whoever listens to the heartbeats hears it, too. */
export const keptStream = (entity: string): string => `${heartbeatStream(entity)}:kept`;

/**
 * What heartbeats told that facts do not: where a clock went back, a fact lies after a heartbeat that says a later
 * time. What was known when rests on it, and old heartbeats are forgotten: so it is kept, in heartbeats that name the
 * place and the instant. Few: one for each time that a clock went back.
 */
export class KeptInstants {
  private kept: KeptInstant[] = [];
  private revision: bigint | undefined;

  /** Those that are in the store: to be known before facts are read again. */
  static async read(store: EventStore, entity: string): Promise<KeptInstants> {
    const instants = new KeptInstants();
    await instants.readOn(store, entity);
    return instants;
  }

  /** The latest instant kept for a place at or before the position. */
  at(position: bigint): Date | undefined {
    let latest: Date | undefined;
    for (const kept of this.kept) {
      if (kept.position <= position && (!latest || kept.instant > latest)) latest = kept.instant;
    }
    return latest;
  }

  /** Takes what a fact says, if it is one of ours. */
  hear(fact: RecordedFact): KeptInstant | undefined {
    if (fact.type !== HEARTBEAT || !fact.stream.endsWith(':kept')) return undefined;
    if (this.revision === undefined || fact.revision > this.revision) this.revision = fact.revision;
    const { position, recordedAt } = fact.data as { position?: unknown; recordedAt?: unknown };
    const instant = new Date(typeof recordedAt === 'string' ? recordedAt : NaN);
    if (typeof position !== 'string' || !/^\d+$/.test(position) || Number.isNaN(instant.getTime()))
      return undefined;
    const kept = { position: BigInt(position), instant };
    if (!((this.at(kept.position) ?? 0) >= instant)) this.kept.push(kept);
    return kept;
  }

  /** Appends those that are not kept yet. @throws StoreUnavailableError when it is not certain that they are in */
  async keep(store: EventStore, entity: string, wanted: readonly KeptInstant[]): Promise<void> {
    const missing = wanted.filter(({ position, instant }) => !((this.at(position) ?? 0) >= instant));
    for (const { position, instant } of missing) {
      const data = { position: String(position), recordedAt: instant.toISOString() };
      const id = uuid5(entity, 'kept instant', data.position, data.recordedAt);
      const fact = { id, type: HEARTBEAT, data, metadata: { entity } };
      const settled = await resolveAppend(store, keptStream(entity), this.revision ?? 'none', [fact]);
      if (settled.result !== 'appended') {
        await this.readOn(store, entity);
        throw new StoreUnavailableError(`what was known when could not be kept: ${settled.result}`);
      }
      this.revision = settled.revision;
      this.kept.push({ position, instant });
    }
  }

  private async readOn(store: EventStore, entity: string): Promise<void> {
    const from = this.revision === undefined ? 0n : this.revision + 1n;
    for await (const fact of store.read(keptStream(entity), from)) this.hear(fact);
  }
}

/** Lifts facts that were mirrored without what is kept for their place: by a reader that came after a scavenge. */
export async function lift(sql: Sql, { position, instant }: KeptInstant): Promise<void> {
  await sql.query('update mirror.facts set recorded_max = $2 where position >= $1 and recorded_max < $2', [
    String(position),
    instant,
  ]);
}

/**
 * The instants that heartbeats alone told, after one place of the log up to another: facts at which the running
 * maximum is higher than they and the facts before them make it.
 */
export async function toldByHeartbeats(sql: Sql, after: bigint, through: bigint): Promise<KeptInstant[]> {
  const { rows } = await sql.query<{ position: bigint; instant: Date }>(
    `select position, recorded_max as instant from (
       select position, recorded_at, recorded_max, lag(recorded_max) over (order by position) as before
       from mirror.facts where position <= $2
         and position >= coalesce((select max(position) from mirror.facts where position <= $1), 0)) facts
     where position > $1 and recorded_max > greatest(before, recorded_at) order by position`,
    [String(after), String(through)],
  );
  return rows;
}
