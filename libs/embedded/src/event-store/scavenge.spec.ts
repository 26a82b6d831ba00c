import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../../test/support/stores.js';
import { Protection, SIGNS_OF_LIFE } from './protection.js';
import { scavenge } from './scavenge.js';
import { type EventStoreNode, startEventStoreNode } from './start-node.js';

let databases: TestDatabases;
let node: EventStoreNode;
let client: EventStoreDBClient;
let pool: Pool;

beforeAll(async () => {
  databases = await startTestDatabases();
  const databaseUrl = databases.eventsDatabaseUrl;
  const erasable = ['beat', 'kept'];
  node = await startEventStoreNode({
    databaseUrl,
    host: '127.0.0.1',
    access: 'plaintext',
    port: 0,
    erasable,
  });
  client = EventStoreDBClient.connectionString(`esdb+discover://127.0.0.1:${node.port}?tls=false`);
  pool = new Pool({ connectionString: databaseUrl });
  pool.on('error', () => undefined); // The database may go before its last session has.
});
afterAll(async () => {
  await client?.dispose();
  await node?.stop();
  await pool?.end();
  await databases?.stop();
});

const beats = (count: number) => Array.from({ length: count }, () => jsonEvent({ type: 'Beat', data: {} }));

async function revisions(events: AsyncIterable<{ event?: { streamId: string; revision: bigint } }>) {
  const found: string[] = [];
  for await (const { event } of events) {
    if (!event!.streamId.startsWith('$')) found.push(`${event!.streamId} ${event!.revision}`);
  }
  return found;
}

it('removes what maxCount and truncateBefore hide, after a while, and nothing else', async () => {
  await client.appendToStream('beat', beats(50));
  await client.appendToStream('kept', beats(3));
  await client.setStreamMetadata('beat', { maxCount: 2 });
  await client.setStreamMetadata('kept', { truncateBefore: 2 });
  const erasable = new Protection(['beat', 'kept']);
  expect(await scavenge(pool, erasable)).toBe(0);
  // Whatever metadata was written before, an installation's own scavenge takes signs of life alone.
  expect(await scavenge(pool, new Protection(SIGNS_OF_LIFE), Date.now() + 1)).toBe(0);
  expect(await scavenge(pool, erasable, Date.now() + 1)).toBe(50);

  expect(await revisions(client.readStream('beat'))).toEqual(['beat 48', 'beat 49']);
  const all = ['beat 48', 'beat 49', 'kept 2'];
  expect(await revisions(client.readAll())).toEqual(all);
  expect(await revisions(client.readAll({ direction: 'backwards', fromPosition: 'end' }))).toEqual(
    all.reverse(),
  );
  const next = await client.appendToStream('beat', beats(1), { expectedRevision: 49n });
  expect(next.nextExpectedRevision).toBe(50n);
});

it('lets a new subscription begin after what is gone', async () => {
  const seen: bigint[] = [];
  const subscription = client.subscribeToStream('beat', { fromRevision: 'start' });
  for await (const { event } of subscription) {
    if (seen.push(event!.revision) === 2) break;
  }
  expect(seen).toEqual([49n, 50n]);
});
