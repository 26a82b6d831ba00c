import type { RecordedFact } from '@quittance/event-store';
import { arrayOf } from './arrays.js';
import type { Sql } from './database.js';

/** A fact of the stream did not come: the subscription lost it, or the store did. */
export class StreamGapError extends Error {
  override name = 'StreamGapError';
  constructor(
    readonly stream: string,
    readonly expected: bigint,
    readonly found: bigint,
  ) {
    super(`gap in stream ${stream}: expected revision ${expected}, found ${found}`);
  }
}

/** Last revision seen of each of the streams. */
export async function revisionsOf(
  sql: Sql,
  facts: readonly { stream: string }[],
): Promise<Map<string, bigint>> {
  const streams = [...new Set(facts.map(({ stream }) => stream))];
  if (streams.length === 0) return new Map();
  const { rows } = await sql.query<{ stream: string; revision: bigint }>({
    name: 'revisions',
    text: 'select stream, revision from projector.streams where stream = any($1::text[])',
    values: [arrayOf(streams, String)],
  });
  return new Map(rows.map(({ stream, revision }) => [stream, revision]));
}

/**
 * The facts that are new: each stream goes on with revision = last + 1. What is not newer was delivered again and
 * is left out. Moves `last` on. @throws StreamGapError
 */
export function following<Fact extends RecordedFact>(
  last: Map<string, bigint>,
  facts: readonly Fact[],
): Fact[] {
  return facts.filter(({ stream, revision }) => {
    const expected = (last.get(stream) ?? -1n) + 1n;
    if (revision > expected) throw new StreamGapError(stream, expected, revision);
    if (revision < expected) return false;
    last.set(stream, revision);
    return true;
  });
}

/** Stores how far each stream of these facts has come. */
export async function saveRevisions(sql: Sql, facts: readonly RecordedFact[]): Promise<void> {
  const last = new Map(facts.map(({ stream, revision }) => [stream, String(revision)]));
  await sql.query({
    name: 'save revisions',
    text: `insert into projector.streams (stream, revision) select * from unnest($1::text[], $2::bigint[])
           on conflict (stream) do update set revision = greatest(streams.revision, excluded.revision)`,
    values: [arrayOf(last.keys(), String), arrayOf(last.values(), String, true)],
  });
}
