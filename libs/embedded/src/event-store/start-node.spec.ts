import { randomUUID } from 'node:crypto';
import {
  EventStoreDBClient,
  NO_STREAM,
  WrongExpectedVersionError,
  jsonEvent,
  streamNameFilter,
} from '@eventstore/db-client';
import { type TestDatabases, startTestDatabases } from '../../../../test/support/stores.js';
import { type EventStoreNode, startEventStoreNode } from './start-node.js';

let stores: TestDatabases;
let node: EventStoreNode;
let client: EventStoreDBClient;

beforeAll(async () => {
  stores = await startTestDatabases();
  node = await startEventStoreNode({
    databaseUrl: stores.eventsDatabaseUrl,
    host: '127.0.0.1',
    access: 'plaintext',
    port: 0,
  });
  client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${node.port}?tls=false`);
});
afterAll(async () => {
  await client?.dispose();
  await node?.stop();
  await stores?.stop();
});

const stream = (): string => `invoice-${randomUUID()}`;
const issued = (n: number) =>
  jsonEvent({ type: 'InvoiceIssued', data: { n }, metadata: { $correlationId: 'c' } });

async function revisions(name: string): Promise<bigint[]> {
  const found: bigint[] = [];
  for await (const { event } of client.readStream(name)) found.push(event!.revision);
  return found;
}

describe('the node and the unmodified client', () => {
  it('stores, reads back and refuses a passed revision', async () => {
    const name = stream();
    const first = await client.appendToStream(name, [issued(1), issued(2)], { expectedRevision: NO_STREAM });
    expect(first.nextExpectedRevision).toBe(1n);
    await client.appendToStream(name, issued(3), { expectedRevision: 1n });
    expect(await revisions(name)).toEqual([0n, 1n, 2n]);
    const late = client.appendToStream(name, issued(4), { expectedRevision: 1n });
    await expect(late).rejects.toThrow(WrongExpectedVersionError);
  });

  it('sends a filtered subscription what is there and then what comes', async () => {
    const name = stream();
    await client.appendToStream(name, issued(1));
    const seen: number[] = [];
    const subscription = client.subscribeToAll({ filter: streamNameFilter({ prefixes: [name] }) });
    const three = until(subscription, (n) => seen.push(n) === 3);
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    await client.appendToStream(name, [issued(2)]);
    await client.appendToStream(stream(), [issued(9)]);
    await client.appendToStream(name, [issued(3)]);
    await three;
    expect(seen).toEqual([1, 2, 3]);
    await subscription.unsubscribe();
  });
});

function until(
  subscription: ReturnType<EventStoreDBClient['subscribeToAll']>,
  done: (n: number) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    subscription.on('data', ({ event }) => {
      if (done((event!.data as { n: number }).n)) resolve();
    });
    subscription.on('error', reject);
  });
}
