import type { Pool } from 'pg';
import { EVENTS } from './database.js';
import type { Protection } from './protection.js';
import { isSoftDeleted, metastreamOf, streamMetadata } from './stream-metadata.js';

/** How long a hidden event is kept: whoever may still send it again, or reads it now, has long ended by then. */
const KEPT = 60 * 60 * 1000;

/** The last metadata of every stream that has any. */
const METADATA = `
select distinct on (stream) substr(stream, 3) as of, data from ${EVENTS}
where stream >= '$$' and stream < '$%' order by stream, rev desc`;

/** The last event stays, and a tombstone is the last revision and hides all: such a stream is left alone. */
const DELETE = `
delete from ${EVENTS} e using (select max(rev) as rev from ${EVENTS} where stream = $1) last
where e.stream = $1 and last.rev < 9223372036854775807 and e.rev < last.rev and e.created < $4
  and (e.rev <= last.rev - $2::bigint or e.rev < $3::bigint)`;

/**
 * Removes for good what `$maxCount` and `$tb` have hidden, as the real server's scavenge does: such a stream of signs of life
 * would otherwise grow for ever. Streams that keep their facts are not touched. Positions then have holes, which no reader minds. Answers how many went.
 */
export async function scavenge(
  readers: Pool,
  protection: Protection,
  before = Date.now() - KEPT,
): Promise<number> {
  const { rows } = await readers.query<{ of: string; data: Buffer }>(METADATA);
  let gone = 0;
  for (const { of, data } of rows) {
    if (!protection.mayErase(of)) continue;
    const metadata = streamMetadata(data);
    const { maxCount, truncateBefore } = metadata;
    if (!(maxCount || truncateBefore) || isSoftDeleted(metadata)) continue;
    const most = maxCount ? Math.ceil(maxCount) : null;
    const from = truncateBefore ? Math.ceil(truncateBefore) : null;
    const { rowCount } = await readers.query(DELETE, [of, most, from, before]);
    gone += rowCount ?? 0;
    // Of what was said before about the stream, nothing can be read any more.
    await readers.query(DELETE, [metastreamOf(of), 1, null, before]);
  }
  return gone;
}
