import type { FactMetadata, RecordedFact } from '@quittance/event-store';
import { arrayOf } from './arrays.js';
import type { Sql } from '@quittance/process';
import type { Write } from './writes.js';

/** Adds facts to the mirror, as they were stored, each with the running maximum of recorded times at its place. */
export function mirroring(facts: readonly RecordedFact[], recordedMax: readonly Date[]): Write {
  const column = (value: (fact: RecordedFact, i: number) => string, plain = false): string =>
    arrayOf(facts, value, plain);
  return {
    name: 'mirror',
    text: `insert into mirror.facts
             (position, prepare, stream, revision, id, type, data, metadata, recorded_at, recorded_max)
           select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::uuid[], $6::text[],
             $7::json[], $8::json[], $9::timestamptz[], $10::timestamptz[])`,
    values: [
      column(({ position }) => String(position.commit), true),
      column(({ position }) => String(position.prepare), true),
      column(({ stream }) => stream),
      column(({ revision }) => String(revision), true),
      column(({ id }) => id),
      column(({ type }) => type),
      column(({ data }) => JSON.stringify(data ?? null)),
      column(({ metadata }) => JSON.stringify(metadata ?? null)),
      column((fact) => recordedAt(fact).toISOString(), true),
      column((_, i) => recordedMax[i]!.toISOString(), true),
    ],
  };
}

/** Gives facts that were found late the running maximum of their place, and lifts that of those after them. */
export async function flushLate(sql: Sql, facts: readonly RecordedFact[]): Promise<void> {
  for (const { position } of facts) {
    await sql.query(
      `update mirror.facts set recorded_max = greatest(recorded_max,
         (select max(before.recorded_max) from mirror.facts before where before.position < $1)) where position = $1`,
      [String(position.commit)],
    );
    await sql.query(
      `update mirror.facts later set recorded_max = late.recorded_max from mirror.facts late
       where late.position = $1 and later.position > $1 and later.recorded_max < late.recorded_max`,
      [String(position.commit)],
    );
  }
}

/**
 * The instant the store recorded it; of a history moved from another store, the instant that one did. It is outside
 * the hash: where somebody changed it, it may be an invalid date.
 */
export function recordedAt(fact: RecordedFact): Date {
  const origin = (fact.metadata as FactMetadata | null | undefined)?.$origin?.recordedAt;
  return origin ? new Date(origin) : fact.recordedAt;
}

/** A row of the mirror, as PostgreSQL gives it. */
export interface MirrorRow {
  position: bigint;
  prepare: bigint;
  stream: string;
  revision: bigint;
  id: string;
  type: string;
  data: Record<string, unknown>;
  metadata: FactMetadata;
  recorded_at: Date;
}

/** The fact, as it was stored. */
export const factFrom = (row: MirrorRow): RecordedFact => ({
  stream: row.stream,
  revision: row.revision,
  id: row.id,
  type: row.type,
  data: row.data,
  metadata: row.metadata,
  position: { commit: row.position, prepare: row.prepare },
  recordedAt: row.recorded_at,
});
