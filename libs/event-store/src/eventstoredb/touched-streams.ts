import { StreamDeletedError, type TouchedStream } from '../event-store.js';
import type { RecordedFact } from '../fact.js';
import type { Connection } from './connection.js';
import { readFailure } from './errors.js';
import { StreamingCall, received } from './streaming-call.js';
import { readLast, systemSubscription } from './read-request.js';

const TOMBSTONE = '$streamDeleted';
const METADATA = '$metadata';

/** What is found, and in between how far the log was looked through; positions are the store's own. */
export type Looked = TouchedStream | { stream?: undefined; position: bigint };

/**
 * Looks through the log for what the store writes when a stream is deleted, cut or given metadata. Each stream is told
 * once, at the last that was said of it. Nothing is kept: a caller may leave anywhere, and go on from the position.
 * @throws StoreUnavailableError
 */
export async function* touchedStreams(
  connections: { listener: Connection; reader: Connection },
  isOurs: (stream: string) => boolean,
  after: bigint | undefined,
  timeout: number,
): AsyncGenerator<Looked, void, void> {
  const from = after === undefined ? 'start' : { commit: after, prepare: after };
  const hearing = new StreamingCall(connections.listener, systemSubscription(from, [METADATA, TOMBSTONE]));
  try {
    for (let heard = await hearing.next(); heard; heard = await hearing.next()) {
      for (const { event, checkpoint, caughtUp } of heard) {
        if (checkpoint) yield { position: checkpoint.commit };
        if (caughtUp) return;
        const stream = event && touchedBy(event);
        if (stream === undefined || !isOurs(stream)) continue;
        const how = await howNow(connections.reader, stream, event!, timeout);
        if (how) yield { stream, position: event!.position.commit, ...how };
      }
    }
  } catch (error) {
    throw readFailure(error, '$all');
  } finally {
    hearing.stop();
  }
}

/** The stream that the event is about; undefined for any other event. */
function touchedBy({ type, stream }: RecordedFact): string | undefined {
  if (type === METADATA) return stream.startsWith('$$') ? stream.slice(2) : undefined;
  return type === TOMBSTONE ? stream : undefined;
}

type How = Pick<TouchedStream, 'how' | 'metadata'>;

/** What became of it; undefined when a later event says so, or when nothing did. */
async function howNow(
  reader: Connection,
  stream: string,
  event: RecordedFact,
  timeout: number,
): Promise<How | undefined> {
  if (event.type === TOMBSTONE) return { how: 'deleted' };
  try {
    const about = `$$${stream}`;
    for await (const heard of received(reader, () => readLast(about), timeout, about)) {
      for (const { event: last } of heard) if (last && last.revision !== event.revision) return undefined;
    }
  } catch (error) {
    if (error instanceof StreamDeletedError) return undefined; // A tombstone follows, and tells it.
    throw error;
  }
  const metadata = event.data as Record<string, unknown> | null;
  if (typeof metadata !== 'object' || metadata === null || Object.keys(metadata).length === 0)
    return undefined;
  const before = Number(metadata.$tb ?? 0);
  return { how: before >= 2 ** 63 ? 'deleted' : before > 0 ? 'cut' : 'metadata', metadata };
}
