import type { RecordedFact } from '@quittance/event-store';
import type { Pool } from 'pg';

interface Head {
  position: string;
  hash: string;
}

/** Steps of a proof; heads are recorded once a day. */
const MOST_STEPS = 10_000;

/**
 * That a fact is in the log as a head of it was recorded: the head before it, the hashes of the facts from there to the
 * next one, and that one, so that whoever asks can work it out again. Null: no head was recorded since, or the fact
 * does not count (docs/facts.md).
 */
export async function proofOf(
  pool: Pool,
  { position, stream, metadata }: RecordedFact,
): Promise<object | null> {
  if (/^(heartbeat|log-heads)-/.test(stream)) return null;
  const [before, after] = await Promise.all([
    headAt(pool, `(f.data ->> 'position')::bigint < $1 order by t.position desc`, position.commit),
    headAt(pool, `(f.data ->> 'position')::bigint >= $1 order by t.position`, position.commit),
  ]);
  if (!after) return null;
  const { rows } = await pool.query<{ hash: string }>(
    `select metadata ->> 'hash' as hash from mirror.facts
     where position > $1 and position <= $2 and stream !~ '^(heartbeat|log-heads)-' order by position limit ${MOST_STEPS + 1}`,
    [before?.position ?? '-1', after.position],
  );
  const hashes = rows.length > MOST_STEPS ? null : rows.map(({ hash }) => hash);
  const place = hashes?.indexOf(metadata.hash) ?? -1;
  return {
    from: before ? { position: before.position, hash: before.hash } : null,
    hashes,
    place: place < 0 ? null : place,
    to: after,
  };
}

async function headAt(
  pool: Pool,
  which: string,
  position: bigint,
): Promise<(Head & { recorded: string }) | undefined> {
  const { rows } = await pool.query<Head & { recorded: string }>(
    `select f.data ->> 'position' as position, f.data ->> 'hash' as hash, t.position::text as recorded
     from live.audit_trail t join mirror.facts f on f.position = t.position
     where t.type = 'LogHeadRecorded' and ${which} limit 1`,
    [String(position)],
  );
  return rows[0];
}
