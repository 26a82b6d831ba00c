import type { RecordedFact } from '@quittance/event-store';
import { escapeLiteral } from 'pg';
import { arrayOf } from './arrays.js';
import type { Write } from './writes.js';

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

/** A query for the last revision seen of each of the streams, without parameters. */
export function askRevisions(facts: Iterable<{ stream: string }>): string {
  const streams = new Set(Array.from(facts, ({ stream }) => stream));
  const names = escapeLiteral(arrayOf(streams, String));
  return `select stream, revision from projector.streams where stream = any(${names}::text[])`;
}

/** Its answer. */
export const revisionsFrom = ({ rows }: { rows: unknown[] }): Map<string, bigint> =>
  new Map((rows as { stream: string; revision: bigint }[]).map(({ stream, revision }) => [stream, revision]));

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
export function savingRevisions(facts: Iterable<RecordedFact>): Write {
  const last = new Map(Array.from(facts, ({ stream, revision }) => [stream, revision]));
  return {
    name: 'revisions',
    text: `insert into projector.streams (stream, revision) select * from unnest($1::text[], $2::bigint[])
           on conflict (stream) do update set revision = greatest(streams.revision, excluded.revision)`,
    values: [arrayOf(last.keys(), String), arrayOf(last.values(), String, true)],
  };
}
