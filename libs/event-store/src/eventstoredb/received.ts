import { StreamNotFoundError, type ResolvedEvent, type StreamingRead } from '@eventstore/db-client';
import { StoreUnavailableError } from '../event-store.js';
import { readFailure } from './errors.js';

/** Reads under way, so that closing the store can end them. */
export type Underway = Set<StreamingRead<ResolvedEvent>>;

/**
 * The events of one read, until its end or until the caller stops iterating; then the server is told to stop too,
 * which the client does not do, and what has come already is let through: a read that stands still with its end
 * behind it would stay in the client for ever, and `dispose` wait for it. Nothing for a stream that does not exist. The client would wait for ever: here a
 * server that is silent for `timeout` ms fails the read. Time that the caller takes does not count.
 * @throws StoreUnavailableError, StreamDeletedError
 */
export async function* received(
  read: StreamingRead<ResolvedEvent>,
  underway: Underway,
  timeout: number,
): AsyncGenerator<ResolvedEvent, void, void> {
  let waiting = true;
  const silence = setTimeout(() => {
    if (read.destroyed) return;
    if (!waiting) silence.refresh();
    else read.destroy(new StoreUnavailableError(`the event store was silent for ${timeout} ms`));
  }, timeout).unref();
  read.on('error', () => undefined); // The loop below hears it; one that comes later is of no interest.
  underway.add(read);
  try {
    for await (const event of read.iterator({ destroyOnReturn: false }) as AsyncIterable<ResolvedEvent>) {
      waiting = false;
      yield event;
      waiting = true;
      silence.refresh();
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw readFailure(error);
  } finally {
    clearTimeout(silence);
    underway.delete(read);
    read.resume();
    read.cancel().catch(() => undefined);
  }
}
