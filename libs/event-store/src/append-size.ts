import { FactTooLargeError } from './event-store.js';
import type { NewFact } from './fact.js';

/** What the store takes in one append: 1 MiB of types, data and metadata as JSON. */
export const MAX_APPEND_BYTES = 1024 * 1024;

/** A fact as it is stored: data and metadata as JSON. */
export interface StorableFact {
  id: string;
  type: string;
  data: string;
  metadata: string;
}

/**
 * The facts as they are stored, unless no store would take them. Asked before sending: a message above the
 * transport's limit would end the connection, and with it the appends of others.
 * @throws FactTooLargeError above the limit, RangeError without facts or in a system stream, TypeError when data
 * is no JSON.
 */
export function storable(
  stream: string,
  facts: readonly NewFact[],
  limit = MAX_APPEND_BYTES,
): StorableFact[] {
  if (stream === '' || stream.startsWith('$'))
    throw new RangeError(`"${stream}" is no name for a stream of facts`);
  if (facts.length === 0) throw new RangeError('an append needs at least one fact');
  let bytes = 0;
  const stored = facts.map((fact) => {
    const data = JSON.stringify(fact.data);
    const metadata = JSON.stringify(fact.metadata);
    bytes += fact.type.length + Buffer.byteLength(data) + Buffer.byteLength(metadata);
    return { id: fact.id, type: fact.type, data, metadata };
  });
  if (bytes > limit) {
    throw new FactTooLargeError(`${facts.length} facts of ${bytes} bytes: one append takes ${limit} bytes`);
  }
  return stored;
}
