import type { FactMetadata, RecordedFact } from '@quittance/event-store';
import { arrayOf } from './arrays.js';
import type { Sql } from './database.js';

/**
 * Adds facts to the mirror, as they were stored. `recordedMax` is the running maximum before the first of them.
 * A fact found late (`behind`) takes the maximum of its place, and lifts those after it.
 */
export async function mirror(
  sql: Sql,
  facts: readonly RecordedFact[],
  recordedMax: readonly Date[],
  behind: boolean,
): Promise<void> {
  const column = (value: (fact: RecordedFact, i: number) => string, plain = false): string =>
    arrayOf(facts, value, plain);
  await sql.query({
    name: behind ? 'mirror late' : 'mirror',
    text: `insert into mirror.facts
             (position, prepare, stream, revision, id, type, data, metadata, recorded_at, recorded_max)
           select position, prepare, stream, revision, id, type, data, metadata, recorded_at, ${
             behind
               ? `greatest(recorded_at, (select max(m.recorded_max) from mirror.facts m where m.position < v.position))`
               : 'recorded_max'
           } from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::uuid[], $6::text[], $7::json[],
             $8::json[], $9::timestamptz[], $10::timestamptz[])
           as v (position, prepare, stream, revision, id, type, data, metadata, recorded_at, recorded_max)`,
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
  });
  if (!behind) return;
  for (const fact of facts) {
    await sql.query('update mirror.facts set recorded_max = $2 where position > $1 and recorded_max < $2', [
      String(fact.position.commit),
      recordedAt(fact).toISOString(),
    ]);
  }
}

/** The instant the store recorded it; of a history moved from another store, the instant that one did. */
export function recordedAt(fact: RecordedFact): Date {
  const origin = (fact.metadata as FactMetadata | null | undefined)?.$origin?.recordedAt;
  return origin ? new Date(origin) : fact.recordedAt;
}

interface MirrorRow {
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

/** Facts of a stream from a revision on, as stored, in order. */
export async function mirrored(
  sql: Sql,
  stream: string,
  from: bigint,
  limit: number,
): Promise<RecordedFact[]> {
  const { rows } = await sql.query<MirrorRow>(
    `select * from mirror.facts where stream = $1 and revision >= $2 order by revision limit $3`,
    [stream, String(from), limit],
  );
  return rows.map(({ position, prepare, recorded_at, ...row }) => ({
    stream: row.stream,
    revision: row.revision,
    id: row.id,
    type: row.type,
    data: row.data,
    metadata: row.metadata,
    position: { commit: position, prepare },
    recordedAt: recorded_at,
  }));
}
