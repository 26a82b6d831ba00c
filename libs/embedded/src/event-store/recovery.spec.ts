import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { EventStoreDBClient, NO_STREAM, jsonEvent } from '@eventstore/db-client';
import { Client } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../../test/support/stores.js';
import { type EventStoreNode, startEventStoreNode } from './start-node.js';

let databases: TestDatabases;
let node: EventStoreNode;
let client: EventStoreDBClient;
/** A connection of ours beside the node's, to do it harm. */
let side: Client;

beforeEach(async () => {
  databases = await startTestDatabases();
  node = await startEventStoreNode({
    databaseUrl: databases.eventsDatabaseUrl,
    host: '127.0.0.1',
    access: 'plaintext',
    port: 0,
  });
  client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${node.port}?tls=false`);
  side = new Client({ connectionString: databases.eventsDatabaseUrl });
  await side.connect();
});
afterEach(async () => {
  await client?.dispose();
  await node?.stop();
  await side?.end();
  await databases?.stop();
});

const counted = (n: number) => jsonEvent({ type: 'Counted', data: { n } });
const turn = (): Promise<void> => new Promise((done) => setTimeout(done, 20));
/** Ends every client's session; the server's own workers (autovacuum) are not ours to end. */
const cutAll = (): Promise<unknown> =>
  side.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );

describe('a node that loses its database', () => {
  it('takes appends again by itself, and none of them was lost or stored twice', async () => {
    const [writers, each] = [8, 100];
    let stored = 0;
    const streams = Array.from({ length: writers }, (_, i) => `cut-${i}`);
    const writing = Promise.all(
      streams.map(async (stream) => {
        for (let n = 0; n < each; n++) {
          const expectedRevision = n === 0 ? NO_STREAM : BigInt(n - 1);
          const event = counted(n);
          while (!(await client.appendToStream(stream, event, { expectedRevision }).catch(() => undefined))) {
            await turn();
          }
          stored++;
        }
      }),
    );
    for (const after of [50, 200, 350, 500]) {
      while (stored < after) await turn();
      await cutAll();
    }
    await writing;
    const found: string[] = [];
    for await (const { event } of client.readAll()) {
      found.push(`${event!.streamId} ${event!.revision} ${(event!.data as { n: number }).n}`);
    }
    const wanted = streams.flatMap((stream) => Array.from({ length: each }, (_, n) => `${stream} ${n} ${n}`));
    expect(found.sort()).toEqual(wanted.sort());
  });

  it('goes on telling its live subscribers, without a gap', async () => {
    const stream = `cut-${randomUUID()}`;
    const subscription = client.subscribeToAll();
    const heard: number[] = [];
    const errors: Error[] = [];
    subscription.on('data', ({ event }) => heard.push((event!.data as { n: number }).n));
    subscription.on('error', (error) => errors.push(error));
    await once(subscription, 'caughtUp');
    await client.appendToStream(stream, counted(0));
    await cutAll();
    // The bare client closes its channel with the failing append: append by another one.
    const other = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${node.port}?tls=false`);
    while (
      !(await other.appendToStream(stream, counted(1), { expectedRevision: 0n }).catch(() => undefined))
    ) {
      await turn();
    }
    while (heard.length < 2) await turn();
    await other.dispose();
    expect([heard, errors]).toEqual([[0, 1], []]);
    await subscription.unsubscribe();
  });
});

describe('an append that cannot be stored in time', () => {
  it('is answered at its deadline, and may have been stored after all', async () => {
    const stream = `late-${randomUUID()}`;
    const event = counted(0);
    await side.query('begin; lock table event_store.events in exclusive mode');
    const late = client.appendToStream(stream, event, { expectedRevision: NO_STREAM, deadline: 300 });
    await expect(late).rejects.toMatchObject({ type: 'deadline-exceeded' });
    const refused = client.appendToStream(stream, counted(1), { deadline: 300 });
    await expect(refused).rejects.toMatchObject({ type: 'deadline-exceeded' });
    await side.query('commit');
    const again = await client.appendToStream(stream, event, { expectedRevision: NO_STREAM });
    expect(again.nextExpectedRevision).toBe(0n);
    const next = await client.appendToStream(stream, counted(2), { expectedRevision: 0n });
    expect(next.nextExpectedRevision).toBe(1n);
  });
});

describe('a second node', () => {
  it('refuses a database that has one, in one line', async () => {
    const second = startEventStoreNode({
      databaseUrl: databases.eventsDatabaseUrl,
      host: '127.0.0.1',
      access: 'plaintext',
      port: 0,
    });
    await expect(second).rejects.toThrow(/^Another event store node is running on this database/);
  });

  it('refuses a port that is taken, in one line, and leaves the database to the next', async () => {
    const other = await startTestDatabases();
    const options = { databaseUrl: other.eventsDatabaseUrl, host: '127.0.0.1', access: 'plaintext' as const };
    await expect(startEventStoreNode({ ...options, port: node.port })).rejects.toThrow(/^EVENTSTORE_PORT: /);
    const next = await startEventStoreNode({ ...options, port: 0 });
    expect(next.port).toBeGreaterThan(0);
    await next.stop();
    await other.stop();
  });
});
