import { isDeepStrictEqual } from 'node:util';
import { type FactMetadata, isWhole, type RecordedFact } from '@quittance/event-store';
import { recordedAt } from '@quittance/read-model';
import type { Pool } from 'pg';

/** A fact as the mirror holds it. */
interface MirrorRow extends Omit<RecordedFact, 'position' | 'recordedAt'> {
  position: bigint;
  /** A number where PostgreSQL holds infinity. */
  recorded: Date | number;
  /** Its running maximum of recorded times is below its own time, or below that of the row before. */
  falls: boolean;
}

/** What the mirror holds after one position, up to another; by position. */
export async function mirroredIn(pool: Pool, past: bigint, through: bigint): Promise<Map<bigint, MirrorRow>> {
  const { rows } = await pool.query<MirrorRow>(
    `select position, stream, revision, id, type, data, metadata, recorded_at as recorded,
       recorded_max < greatest(recorded_at, (select b.recorded_max from mirror.facts b
                                             where b.position < f.position order by b.position desc limit 1)) as falls
     from mirror.facts f where position > $1 and position <= $2 order by position`,
    [String(past), String(through)],
  );
  return new Map(rows.map((row) => [row.position, row]));
}

/** Where the mirror's row is not the fact of the store. */
export function differencesOf(row: MirrorRow, fact: RecordedFact): string[] {
  const found: string[] = [];
  if (!isSame(row, fact)) found.push('the mirror holds another fact');
  // Outside the hash. A fact that was mirrored before its history was moved has no origin there.
  const origin = stored(row)?.$origin;
  if (origin && !isDeepStrictEqual(origin, stored(fact)?.$origin))
    found.push('the mirror holds another origin');
  if (Number(row.recorded) !== recordedAt(fact).getTime())
    found.push('the mirror holds another time of recording');
  if (row.falls) found.push('in the mirror the latest time of recording falls');
  return found;
}

/** What a fact carries, of which nothing is certain: somebody may have changed it to no JSON at all. */
export const stored = ({ metadata }: { metadata: unknown }): Partial<FactMetadata> | null =>
  metadata as Partial<FactMetadata> | null;

/** The mirror's row, hashed again, is the fact of the store. */
const isSame = (row: MirrorRow, fact: RecordedFact): boolean =>
  row.stream === fact.stream &&
  row.revision === fact.revision &&
  row.id === fact.id &&
  stored(row)?.hash === stored(fact)?.hash &&
  isWhole(row);
