import { createHash } from 'node:crypto';
import type { EventStore } from './event-store.js';
import type { Position, RecordedFact } from './fact.js';

/** The log up to a position: how many facts and streams, and a hash chained over the hashes of all facts. */
export interface LogHead {
  position: Position;
  facts: bigint;
  streams: bigint;
  /** SHA-256 (hex) of the head's hash before it and the fact's hash, fact by fact in the order of the log. */
  hash: string;
}

/** Streams that say nothing about the business: heartbeats, and the heads themselves. */
const UNCOUNTED = /^(heartbeat|log-heads)-/;

/** The head with one fact more; as it was for a fact that does not count. */
export function headAfter(head: LogHead | undefined, fact: RecordedFact): LogHead | undefined {
  if (UNCOUNTED.test(fact.stream)) return head;
  return {
    position: fact.position,
    facts: (head?.facts ?? 0n) + 1n,
    streams: (head?.streams ?? 0n) + (fact.revision === 0n ? 1n : 0n),
    hash: createHash('sha256')
      .update(head?.hash ?? '')
      .update(fact.metadata.hash)
      .digest('hex'),
  };
}

/**
 * Reads on from an earlier head (or from the start) to the end of the log. Memory does not grow with the log.
 * @returns undefined when nothing was added since.
 */
export async function nextLogHead(store: EventStore, previous?: LogHead): Promise<LogHead | undefined> {
  let head = previous;
  for await (const fact of store.readAll({ after: previous?.position })) head = headAfter(head, fact);
  return head === previous ? undefined : head;
}
