import { FactTooLargeError } from './event-store.js';
import type { NewFact } from './fact.js';

/** What the store takes in one append: 1 MiB of types, data and metadata as JSON. */
export const MAX_APPEND_BYTES = 1024 * 1024;

/**
 * Refuses an append that no store would take. Asked before sending: a message above the transport's limit would
 * end the connection, and with it the appends of others.
 * @throws FactTooLargeError above the limit, RangeError without facts or in a system stream, TypeError when data
 * is no JSON.
 */
export function checkAppend(stream: string, facts: readonly NewFact[], limit = MAX_APPEND_BYTES): void {
  if (stream === '' || stream.startsWith('$'))
    throw new RangeError(`"${stream}" is no name for a stream of facts`);
  if (facts.length === 0) throw new RangeError('an append needs at least one fact');
  let bytes = 0;
  for (const { type, data, metadata } of facts) {
    bytes +=
      type.length + Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata));
  }
  if (bytes > limit) {
    throw new FactTooLargeError(`${facts.length} facts of ${bytes} bytes: one append takes ${limit} bytes`);
  }
}
