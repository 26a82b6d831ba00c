import { mayForget, StreamDeletedError } from '../event-store.js';
import type { Connection } from './connection.js';
import { received } from './streaming-call.js';
import { readLast } from './read-request.js';

/**
 * A stream of facts that was deleted, or whose beginning was cut, is not to be gone on with: the server would take an
 * append for a new beginning, and nobody could read it with what went before.
 * @throws StreamDeletedError, StoreUnavailableError
 */
export async function mustBeWhole(connection: Connection, stream: string, timeout: number): Promise<void> {
  if (mayForget(stream)) return;
  const about = `$$${stream}`;
  for await (const heard of received(connection, () => readLast(about), timeout, about)) {
    for (const { event } of heard) if (event && isCut(event.data)) throw new StreamDeletedError(stream);
  }
}

/** `$tb` of a deleted stream is 2^63 - 1, beyond what a number holds: it is compared only. */
const isCut = (metadata: unknown): boolean => Number((metadata as { $tb?: unknown } | null)?.$tb ?? 0) > 0;
