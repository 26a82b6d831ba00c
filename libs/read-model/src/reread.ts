import {
  type EventStore,
  type RecordedFact,
  StoreUnavailableError,
  StreamDeletedError,
} from '@quittance/event-store';
import type { Pool } from 'pg';
import { type StreamGapError, askRevisions, revisionsFrom } from './continuity.js';
import { projectorState } from './state.js';

/** At most so many facts are read a second time at once: what was read before this went through continuity. */
const MOST = 50_000n;
const CHUNK = 500;

/**
 * Reads the log a second time, from where it was last read so up to the checkpoint, and yields what is not in the
 * tables: facts that the subscription passed over and that no later fact of their stream has shown to be missing.
 */
export async function* passedOver(
  store: EventStore,
  pool: Pool,
  streams: readonly string[],
): AsyncIterable<RecordedFact> {
  const { tail, checkpoint } = await projectorState(pool);
  if (!checkpoint || checkpoint.commit <= tail) return;
  const after = await notBefore(pool, tail);
  let chunk: RecordedFact[] = [];
  let found = 0;
  const missing = async (): Promise<RecordedFact[]> => {
    const last = revisionsFrom(await pool.query(askRevisions(chunk)));
    const facts = chunk.filter(({ stream, revision }) => revision > (last.get(stream) ?? -1n));
    found += facts.length;
    chunk = [];
    return facts;
  };
  for await (const fact of store.readAll({ after: { commit: after, prepare: after } })) {
    if (fact.position.commit > checkpoint.commit) break;
    if (!streams.some((prefix) => fact.stream.startsWith(prefix))) continue;
    chunk.push(fact);
    if (chunk.length >= CHUNK) yield* await missing();
  }
  yield* await missing();
  // What was found must first be in the tables: the next reading looks whether it is.
  if (found > 0) return;
  await pool.query(
    'update projector.state set tail_commit = greatest(coalesce(tail_commit, 0), $1::bigint)',
    [String(checkpoint.commit)],
  );
}

async function notBefore(pool: Pool, tail: bigint): Promise<bigint> {
  const { rows } = await pool.query<{ position: bigint }>(
    'select position from mirror.facts order by position desc offset $1 limit 1',
    [String(MOST)],
  );
  const position = rows[0]?.position ?? 0n;
  return position > tail ? position : tail;
}

/** The facts that a stream lacks, from the store itself; undefined when it does not have all of them. */
export async function fillGap(store: EventStore, gap: StreamGapError): Promise<RecordedFact[] | undefined> {
  const facts: RecordedFact[] = [];
  let next = gap.expected;
  try {
    for await (const fact of store.read(gap.stream, gap.expected)) {
      if (fact.revision >= gap.found) break;
      if (fact.revision !== next) return undefined;
      next += 1n;
      facts.push(fact);
    }
  } catch (error) {
    if (error instanceof StreamDeletedError) return undefined; // cut away, or all of it deleted
    throw error;
  }
  return next === gap.found ? facts : undefined;
}

export const isUnavailable = (error: unknown): boolean => error instanceof StoreUnavailableError;
