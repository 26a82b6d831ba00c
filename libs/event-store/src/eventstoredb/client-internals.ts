import type { Readable } from 'node:stream';
import type { EventStoreDBClient } from '@eventstore/db-client';

/** The parts of the client that it does not show, and whose defects need a hand. */
export interface ClientInternals<Stream> {
  GRPCStreamCreator: (
    type: unknown,
    name: string,
    creator: (grpc: unknown) => Stream | Promise<Stream>,
    cache?: unknown,
  ) => () => Promise<Stream>;
  disposableStreams: Iterable<Partial<Readable>>;
  getChannel: () => Promise<{ close(): void }>;
}

/**
 * Cancels the client's streams and closes its channel: `dispose` alone leaves the connection open, and waits for ever
 * for a stream that ended on the server while nobody read it.
 */
export async function closeClient(client: EventStoreDBClient): Promise<void> {
  const internals = client as unknown as ClientInternals<unknown>;
  for (const stream of internals.disposableStreams) stream.resume?.();
  await client.dispose();
  try {
    const channel = await internals.getChannel();
    channel.close();
  } catch {
    // A cluster that cannot be found has no channel to close.
  }
}
