import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EventStoreDBClient, NO_STREAM, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import { type TestDatabases, startTestDatabases } from '../../../../test/support/stores.js';

const ROOT = resolve(__dirname, '../../../..');
const COMPILE = resolve(ROOT, 'test/support/compile-typescript.js');
const MAIN = resolve(ROOT, 'apps/standalone/src/event-store.main.ts');

/** Much is written here, and processes are started: on a busy machine that takes its time. */
jest.setTimeout(240_000);

let databases: TestDatabases;
let node: ChildProcess;
let port = 0;
let client: EventStoreDBClient;

async function start(): Promise<void> {
  const env = {
    ...process.env,
    QUITTANCE_EVENTS_URL: databases.eventsDatabaseUrl,
    QUITTANCE_EVENTS_ACCESS: 'plaintext',
    EVENTSTORE_PORT: String(port),
  };
  node = fork(MAIN, { execArgv: ['-r', COMPILE], env });
  const [message] = (await once(node, 'message')) as [{ ready: { port: number } }];
  port = message.ready.port;
}

async function end(signal: NodeJS.Signals): Promise<void> {
  const exited = once(node, 'exit');
  node.kill(signal);
  await exited;
}

beforeEach(async () => {
  databases = await startTestDatabases();
  port = 0;
  await start();
  client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${port}?tls=false`);
});
afterEach(async () => {
  await client?.dispose();
  await end('SIGTERM');
  await databases?.stop();
});

const turn = (): Promise<void> => new Promise((done) => setTimeout(done, 50));

/** Tells every event after a position, through whatever happens to the node. */
function listen(prefix: string, heard: (position: bigint) => void): () => void {
  let last: { commit: bigint; prepare: bigint } | undefined;
  let over = false;
  const begin = (): void => {
    const subscription = client.subscribeToAll({
      fromPosition: last ?? 'start',
      filter: streamNameFilter({ prefixes: [prefix] }),
    });
    subscription.on('data', ({ event }) => {
      last = event!.position!;
      heard(last.commit);
    });
    subscription.on('error', () => void turn().then(() => over || begin()));
  };
  begin();
  return () => (over = true);
}

describe('a node that is killed', () => {
  it('loses nothing and doubles nothing, however often, for writers that send the same again', async () => {
    const [writers, each] = [16, 150];
    let stored = 0;
    const heard: bigint[] = [];
    const stop = listen('killed-', (position) => heard.push(position));
    const write = async (stream: string): Promise<void> => {
      for (let n = 0; n < each; n++) {
        const event = jsonEvent({ type: 'Counted', data: { n } });
        const expectedRevision = n === 0 ? NO_STREAM : BigInt(n - 1);
        while (!(await client.appendToStream(stream, event, { expectedRevision }).catch(() => undefined))) {
          await turn();
        }
        stored++;
      }
    };
    const streams = Array.from({ length: writers }, (_, i) => `killed-${i}`);
    const writing = Promise.all(streams.map(write));
    for (const after of [300, 800, 1_300, 1_800]) {
      while (stored < after) await turn();
      await end('SIGKILL');
      await start();
    }
    await writing;
    while (heard.length < writers * each) await turn();
    stop();

    const found = new Map<string, number[]>();
    for await (const { event } of client.readAll()) {
      found.set(event!.streamId, [...(found.get(event!.streamId) ?? []), (event!.data as { n: number }).n]);
    }
    const inOrder = Array.from({ length: each }, (_, n) => n);
    expect([...found]).toEqual(expect.arrayContaining(streams.map((stream) => [stream, inOrder])));
    expect(found.size).toBe(writers);
    expect(new Set(heard).size).toBe(heard.length);
    expect(heard).toHaveLength(writers * each);
  });
});

describe('readers that do not read', () => {
  it('take no memory of the node, and get everything when they go on', async () => {
    const text = 'x'.repeat(50_000);
    const stream = `large-${randomUUID()}`;
    const events = () => Array.from({ length: 20 }, () => jsonEvent({ type: 'Large', data: { text } }));
    await client.appendToStream(stream, events());
    const before = megabytes(node);
    const subscriptions = Array.from({ length: 15 }, () =>
      client.subscribeToAll({ filter: streamNameFilter({ prefixes: [stream] }) }),
    );
    const reads = Array.from({ length: 15 }, () => client.readStream(stream));
    await Promise.all(subscriptions.map((subscription) => once(subscription, 'readable')));
    for (let i = 0; i < 30; i++) await client.appendToStream(stream, events());
    // 30 readers of 31 MB each that hold still.
    expect(megabytes(node) - before).toBeLessThan(200);

    const [subscription] = subscriptions;
    const revisions: bigint[] = [];
    for await (const { event } of subscription!) {
      if (revisions.push(event!.revision) === 31 * 20) break;
    }
    expect(revisions).toEqual(Array.from({ length: 31 * 20 }, (_, i) => BigInt(i)));
    for (const one of [...subscriptions, ...reads]) one.destroy();
  });
});

/** The resident memory of a process. */
function megabytes({ pid }: ChildProcess): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return Number(kilobytes) / 1024;
}
