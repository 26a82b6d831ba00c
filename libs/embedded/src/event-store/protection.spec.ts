import { once } from 'node:events';
import {
  AccessDeniedError,
  DeadlineExceededError,
  EventStoreDBClient,
  StreamDeletedError,
  eventTypeFilter,
  jsonEvent,
} from '@eventstore/db-client';
import { Client } from 'pg';
import { story } from '../../../../test/support/story.js';
import { type TestDatabases, startTestDatabases } from '../../../../test/support/stores.js';
import { type EventStoreNode, startEventStoreNode } from './start-node.js';

let databases: TestDatabases;
let node: EventStoreNode;
let client: EventStoreDBClient;
const said: string[] = [];

/** A node in which every stream may go, as in the real server: what a release before this one let happen. */
beforeAll(async () => {
  databases = await startTestDatabases();
  const options = {
    databaseUrl: databases.eventsDatabaseUrl,
    host: '127.0.0.1',
    port: 0,
    access: 'plaintext' as const,
  };
  const connect = () => EventStoreDBClient.connectionString(`esdb://127.0.0.1:${node.port}?tls=false`);
  node = await startEventStoreNode({ ...options, erasable: [''] });
  client = connect();
  for (const stream of ['invoice-deleted', 'invoice-cut', 'invoice-kept', 'heartbeat-main'])
    await client.appendToStream(stream, [fact(), fact(), fact()]);
  await client.deleteStream('invoice-deleted');
  await client.setStreamMetadata('invoice-cut', { truncateBefore: 2 });
  await client.dispose();
  await node.stop();
  const log = { info: () => undefined, warn: (line: string) => void said.push(line) };
  node = await startEventStoreNode({ ...options, log, writeLimit: 300 });
  client = connect();
});
afterAll(async () => {
  await client?.dispose();
  await node?.stop();
  await databases?.stop();
});

const fact = () => jsonEvent({ type: 'Noted', data: {} });
const revisions = async (stream: string) => {
  const found: bigint[] = [];
  for await (const { event } of client.readStream(stream)) found.push(event!.revision);
  return found;
};
/** The name of the error, or what was answered. */
const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: Error) => error.constructor.name,
  );

describe('The node of an installation', () => {
  story(
    'mended-doors',
    'A3',
    'no stream of facts is deleted, given a tombstone or metadata',
    async (show) => {
      const stream = 'invoice-kept';
      const credentials = { username: 'a', password: 'b' };
      const metadata = jsonEvent({ type: '$metadata', data: { $tb: 1 } });
      show({
        input: 'delete, tombstone, metadata, metadata as an append, metadata as a call of its own',
        right: [
          'AccessDeniedError',
          'AccessDeniedError',
          'AccessDeniedError',
          'AccessDeniedError',
          'AccessDeniedError',
        ],
        got: await Promise.all([
          outcome(client.deleteStream(stream)),
          outcome(client.tombstoneStream(stream)),
          outcome(client.setStreamMetadata(stream, { maxCount: 1 })),
          outcome(client.appendToStream(`$$${stream}`, metadata)),
          outcome(client.appendToStream(`$$${stream}`, metadata, { credentials })),
        ]),
      });
      show({ input: `${stream} afterwards`, right: [0n, 1n, 2n], got: await revisions(stream) });
      const lines = said.filter((line) => line.includes(stream));
      show({ input: 'lines of warning', right: 5, got: lines.length });
      await expect(client.deleteStream(stream)).rejects.toBeInstanceOf(AccessDeniedError);
    },
  );

  story('mended-doors', 'A3', 'signs of life may go, and a moved history may be marked', async (show) => {
    show({
      input: 'heartbeat-: metadata, delete; quittance-history: metadata, delete',
      right: ['done', 'done', 'done', 'AccessDeniedError'],
      got: [
        await outcome(client.setStreamMetadata('heartbeat-main', { maxCount: 1 })),
        await outcome(client.deleteStream('heartbeat-main')),
        await outcome(client.setStreamMetadata('quittance-history', { state: 'moved' })),
        await outcome(client.deleteStream('quittance-history')),
      ],
    });
  });

  story('mended-doors', 'A3', 'a stream that was deleted or cut before takes nothing more', async (show) => {
    const tries = (stream: string) =>
      (['no_stream', 'any', 2n] as const).map((expectedRevision) =>
        outcome(client.appendToStream(stream, fact(), { expectedRevision })),
      );
    show({
      input:
        'appends expecting no stream, anything, its last revision: to a deleted one, to one that was cut',
      right: Array.from({ length: 6 }, () => StreamDeletedError.name),
      got: await Promise.all([...tries('invoice-deleted'), ...tries('invoice-cut')]),
    });
    const metadata = await client.getStreamMetadata<{ truncateBefore: number }>('invoice-deleted');
    show({ input: 'revision of its metadata', right: 1, got: metadata.metadata ? 1 : 0 });
    expect(await revisions('invoice-cut')).toEqual([2n]);
  });

  it('gives a write up that takes longer than it may, whatever its client would wait', async () => {
    const database = new Client({ connectionString: databases.eventsDatabaseUrl });
    await database.connect();
    await database.query('begin; lock event_store.events in exclusive mode');
    const held = client.appendToStream('invoice-late', fact(), { deadline: 60_000 });
    const ended = await outcome(held);
    await database.query('rollback');
    await database.end();
    expect(ended).toBe(DeadlineExceededError.name);
  });

  it.each([
    ['metadata of metadata', '$$$$invoice-1', 'No events can be written'],
    ['a name of more than 1,000 bytes', `invoice-${'é'.repeat(500)}`, 'longer than 1000 bytes'],
  ])('refuses %s, and says so', async (_, stream, why) => {
    await expect(client.appendToStream(stream, fact())).rejects.toThrow(why);
  });

  it('refuses a filter in a dialect that it does not speak, naming what it is', async () => {
    const subscription = client.subscribeToAll({ filter: eventTypeFilter({ regex: '(?i)noted' }) });
    const failed = once(subscription, 'error') as Promise<[Error]>;
    subscription.resume();
    const [error] = await failed;
    expect(error.message).toContain('(?i)');
  });
});
