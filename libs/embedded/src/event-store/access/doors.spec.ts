import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AccessDeniedError, EventStoreDBClient, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import { story } from '../../../../../test/support/story.js';
import { type TestDatabases, startTestDatabases } from '../../../../../test/support/stores.js';
import { type EventStoreNode, startEventStoreNode } from '../start-node.js';
import { accessUrl, makeAccess, readAccess } from './access.js';
import { STRANGER } from './stranger.js';

const parent = mkdtempSync(join(tmpdir(), 'quittance-doors-'));
const folder = join(parent, 'event-store');
const said: string[] = [];
let databases: TestDatabases;
let node: EventStoreNode;
let url: string;
const clients: EventStoreDBClient[] = [];

beforeAll(async () => {
  chmodSync(parent, 0o755);
  databases = await startTestDatabases();
  await makeAccess(folder);
  node = await startEventStoreNode({
    databaseUrl: databases.eventsDatabaseUrl,
    host: '127.0.0.1',
    port: 0,
    access: readAccess(folder),
    log: { info: () => undefined, warn: (line) => void said.push(line) },
  });
  url = accessUrl(folder, node.port);
  await client(url).appendToStream('heartbeat-1', paid()); // of no other kind is anything deleted, whoever asks
});
afterAll(async () => {
  for (const client of clients) await client.dispose();
  await node?.stop();
  await databases?.stop();
  rmSync(parent, { recursive: true });
});

function client(address: string): EventStoreDBClient {
  const made = EventStoreDBClient.connectionString(address);
  clients.push(made);
  return made;
}

const paid = () => jsonEvent({ type: 'PaymentRecorded', data: { amount: '50000.00' } });
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error) => (error instanceof AccessDeniedError ? 'access denied' : error.message),
  );

/** Everything that a client can ask for, one after the other. */
async function everything(address: string): Promise<Record<string, string>> {
  const who = client(address);
  const read = async (): Promise<void> => {
    for await (const _ of who.readStream('payment-1')) continue;
  };
  const readAll = async (): Promise<void> => {
    for await (const _ of who.readAll({ maxCount: 1 })) continue;
  };
  const subscribe = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const subscription = who.subscribeToAll({ filter: streamNameFilter({ prefixes: ['payment-'] }) });
      subscription.on('confirmation', () => void subscription.unsubscribe().then(() => resolve()));
      subscription.on('error', reject);
      subscription.resume();
    });
  const alone = { credentials: credentialsIn(address) };
  return {
    'append in a batch': await outcome(who.appendToStream('payment-1', paid())),
    'append alone': await outcome(who.appendToStream('payment-1', paid(), alone)),
    read: await outcome(read()),
    'read all': await outcome(readAll()),
    subscribe: await outcome(subscribe()),
    delete: await outcome(who.deleteStream('heartbeat-1')),
    tombstone: await outcome(who.tombstoneStream('heartbeat-1')),
  };
}

function credentialsIn(address: string): { username: string; password: string } | undefined {
  const { username, password } = new URL(address.replace('esdb:', 'http:'));
  return username ? { username, password } : undefined;
}

const all = (answer: string): Record<string, string> =>
  Object.fromEntries(
    ['append in a batch', 'append alone', 'read', 'read all', 'subscribe', 'delete', 'tombstone'].map(
      (call) => [call, answer],
    ),
  );

describe('The door of the embedded event store', () => {
  story('mended-doors', 'A1', 'The event store serves who has its secret, and nobody else', async (show) => {
    const { secret } = readAccess(folder);
    const without = url.replace(`quittance:${secret}@`, '');
    const wrong = url.replace(
      secret,
      secret.replace(/^./, (first) => (first === 'x' ? 'y' : 'x')),
    );
    const otherName = url.replace('quittance:', 'admin:');
    const got = {
      'no secret': await everything(without),
      'a wrong one': await everything(wrong),
      'the right one under another name': await everything(otherName),
      'the right one': await everything(url),
    };
    show({
      input:
        'every call of the client with no secret, a wrong one, the right one under another name, the right one',
      right: {
        'no secret': all('access denied'),
        'a wrong one': all('access denied'),
        'the right one under another name': all('access denied'),
        'the right one': all('done'),
      },
      got,
    });
    const told = said.filter((line) => line.includes('credentials') || line.includes('wrong'));
    show({
      input: 'what the log says of it: lines, whether one holds a secret that was tried',
      right: { lines: 1, secrets: false },
      got: { lines: told.length, secrets: [secret, wrong].some((text) => told.join().includes(text)) },
    });
  });

  it('is found as a cluster of one, by a client that says who it is only then', async () => {
    const member = `127.0.0.1:${node.port}`;
    const found = client(url.replace(member, `${member},${member}`));
    await found.appendToStream('payment-3', paid());
    for await (const { event } of found.readStream('payment-3')) expect(event?.type).toBe('PaymentRecorded');
    expect.assertions(1);
  });

  it('is shut to callers without TLS, and to those that trust another certificate', async () => {
    const plain = client(`esdb://127.0.0.1:${node.port}?tls=false&defaultDeadline=2000`);
    await expect(plain.appendToStream('payment-2', paid())).rejects.toThrow(/UNAVAILABLE|DEADLINE/);
    expect(said.filter((line) => line.includes('no TLS connection (ERR_SSL_'))).toHaveLength(1);
    const other = join(parent, 'other');
    await makeAccess(other);
    const distrustful = client(url.replace('event-store', 'other'));
    await expect(distrustful.appendToStream('payment-2', paid())).rejects.toThrow(/UNAVAILABLE/);
    const read = async (): Promise<void> => {
      for await (const _ of client(url).readStream('payment-2')) continue;
    };
    await expect(read()).rejects.toThrow(/not found/);
  });

  story(
    'mended-doors',
    'A1',
    'Another account of the machine gets nothing out of the event store',
    async (show) => {
      const files = Object.fromEntries(
        ['secret', 'tls.key', 'tls.crt'].map((name) => [name, 'EACCES'] as const),
      );
      const root = process.getuid?.() === 0;
      const got = await stranger();
      show({
        input: `${root ? 'as nobody' : 'without the files'}: read them; a call of each kind with no secret, with a wrong one; a call without TLS`,
        right: {
          ...(root ? files : {}),
          ...{ 'Append, no secret': '7', 'Append, a wrong secret': '16' },
          ...{ 'BatchAppend, no secret': '7', 'BatchAppend, a wrong secret': '16' },
          ...{ 'Read, no secret': '7', 'Read, a wrong secret': '16' },
          ...{ 'Delete, no secret': '7', 'Delete, a wrong secret': '16' },
          ...{ 'Tombstone, no secret': '7', 'Tombstone, a wrong secret': '16' },
          'without TLS': 'no answer',
        },
        got,
      });
    },
  );
});

/** What a process under another account gets; where only root could start one, one under ours that has no file. */
async function stranger(): Promise<Record<string, string>> {
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'nobody']).stdout.toString());
  const root = process.getuid?.() === 0;
  const child = spawn(process.execPath, ['-e', STRANGER, String(node.port), ...(root ? [folder] : [])], {
    cwd: '/',
    env: {},
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(root ? { uid: id('-u'), gid: id('-g') } : {}),
  });
  return JSON.parse(await text(child.stdout)) as Record<string, string>;
}
