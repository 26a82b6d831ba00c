import type { Client } from 'pg';
import type { Stored, Write } from './batch.js';
import { EVENTS } from './database.js';
import { type Head, NO_HEAD, stateOf } from './heads.js';
import { baseOf } from './stream-metadata.js';
import { uuidBytes } from './stored-event.js';

const QUERY = `
select e.stream, e.rev, e.id, e.pos
from unnest($1::text[], $2::bigint[], $3::bigint[]) w(stream, first, last)
join ${EVENTS} e on e.stream = w.stream and e.rev between w.first and w.last`;

/**
 * What lies where the writes of a batch with a passed revision would have been stored, in one query: the log itself
 * says whether such a write is a retry.
 */
export async function storedAt(
  connection: Client,
  writes: readonly Write[],
  heads: ReadonlyMap<string, Head>,
): Promise<Stored['at']> {
  const streams: string[] = [];
  const first: number[] = [];
  const last: number[] = [];
  for (const { stream, expected, events } of writes) {
    if (expected === 'any' || expected === 'exists' || events.length === 0) continue;
    const revision = expected === 'none' ? -1 : expected;
    if (revision >= stateOf(heads.get(baseOf(stream)) ?? NO_HEAD, stream).last) continue;
    streams.push(stream);
    first.push(revision + 1);
    last.push(revision + events.length);
  }
  if (streams.length === 0) return () => undefined;
  const { rows } = await connection.query<{ stream: string; rev: string; id: string; pos: string }>({
    name: 'stored-at',
    text: QUERY,
    values: [streams, first, last],
  });
  const found = new Map(rows.map((row) => [`${row.rev} ${row.stream}`, row]));
  return (stream, revision) => {
    const row = found.get(`${revision} ${stream}`);
    return row && { id: uuidBytes(row.id)!, position: Number(row.pos) };
  };
}
