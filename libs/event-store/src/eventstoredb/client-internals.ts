import type { EventStoreDBClient } from '@eventstore/db-client';

/** The parts of the client that it does not show, and whose defects need a hand. */
export interface ClientInternals<Stream> {
  GRPCStreamCreator: (
    type: unknown,
    name: string,
    creator: (grpc: unknown) => Stream | Promise<Stream>,
    cache?: unknown,
  ) => () => Promise<Stream>;
  getChannel: () => Promise<{ close(): void }>;
}

/** Cancels the client's streams and closes its channel: `dispose` alone leaves the connection open. */
export async function closeClient(client: EventStoreDBClient): Promise<void> {
  await client.dispose();
  try {
    const channel = await (client as unknown as ClientInternals<unknown>).getChannel();
    channel.close();
  } catch {
    // A cluster that cannot be found has no channel to close.
  }
}
