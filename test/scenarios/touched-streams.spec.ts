import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { EventStoreDBClient } from '@eventstore/db-client';
import { Client } from 'pg';
import { quittance as run } from '../support/command-line.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { startTestDatabases } from '../support/stores.js';
import { story } from '../support/story.js';

const PROJECTOR = join(__dirname, '../../dist/apps/projector/src/main.js');

/** In front of a store that lets anybody delete, as EventStoreDB does. */
let quittance: Quittance;
let clerk: Caller;
let client: EventStoreDBClient;
const ids: string[] = [];

jest.setTimeout(240_000);
beforeAll(async () => {
  quittance = await startQuittance({ erasable: [''] });
  client = EventStoreDBClient.connectionString(quittance.eventStoreUrl);
  clerk = await quittance.as(['clerk', 'manager']);
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
  for (const personId of ['olga', 'otto'])
    await clerk.done('/v1/people', { personId, name: personId, email: `${personId}@example.com` });
  let position = '';
  for (let i = 1; i <= 4; i += 1) {
    const { id } = await clerk.done('/v1/invoices', invoice(i));
    ids.push(id);
    ({ position } = await clerk.done(`/v1/invoices/${id}/owner`, {
      ownerId: 'olga',
      reason: 'hers',
    }));
  }
  expect((await clerk.get('/v1/invoices', position)).status).toBe(200);
});
afterAll(async () => {
  await client?.dispose();
  await quittance?.stop();
});

const invoice = (i: number) => ({
  ...{ number: `T-${i}`, customerId: 'C-1', issuedOn: '2026-03-01', dueOn: '2026-03-31' },
  ...{ currency: 'EUR', total: '100.00' },
});
const stored = async (stream: string) =>
  (await quittance.facts()).filter((fact) => fact.stream === stream).length;
const check = async (...args: string[]) => {
  const env = { QUITTANCE_URL: quittance.url, QUITTANCE_TOKEN: '', DATA_DIR: quittance.dataDir };
  const { code, last } = await run(['check', '--json', ...args], env).ended;
  const { findings } = last as { findings: { check: string; found: string[] }[] };
  return { code, found: findings.find(({ check: what }) => what.includes('deleted, cut'))!.found };
};

describe('Streams that somebody deleted or cut in the event store', () => {
  it('are none in an installation that nobody touched: check says so, and exits 0', async () => {
    expect(await check()).toEqual({ code: 0, found: [] });
  });

  story(
    'mended-doors',
    'A3',
    'a command on a deleted stream is refused and appends nothing',
    async (show) => {
      const stream = `invoice-${ids[0]!}`;
      const before = await stored(stream);
      await client.deleteStream(stream);
      const key = 'again';
      const tries = [
        await clerk.post('/v1/invoices', invoice(1), { key }),
        await clerk.post('/v1/invoices', invoice(1), { key }),
        await clerk.post(`/v1/invoices/${ids[0]!}/owner`, { ownerId: 'otto', reason: 'his' }),
      ];
      show({
        input: 'the invoice issued again, its retry under the same key, an owner assigned',
        right: Array.from({ length: 3 }, () => [409, 'stream-deleted']),
        got: tries.map(({ status, body }) => [status, body.code]),
      });
      expect(tries[0]!.body.detail).toMatch(stream);
      const metadata = await client.getStreamMetadata(stream);
      show({
        input: 'facts of the stream before and after; whether it is still deleted',
        right: [before, before, true],
        got: [
          before,
          await stored(stream),
          (metadata.metadata as { truncateBefore?: number }).truncateBefore! >= 2 ** 63,
        ],
      });
    },
  );

  story(
    'mended-doors',
    'A3',
    'check lists streams that are deleted, cut or have metadata, and exits 1',
    async (show) => {
      await client.setStreamMetadata(`invoice-${ids[1]!}`, { truncateBefore: 1 });
      await client.setStreamMetadata(`invoice-${ids[2]!}`, { maxCount: 1_000 });
      await client.setStreamMetadata(`invoice-${ids[2]!}`, { maxCount: 500 });
      await client.tombstoneStream(`invoice-${ids[3]!}`);
      // Signs of life, streams of others, and metadata that was taken back are nobody's concern.
      await client.setStreamMetadata('heartbeat-main', { maxCount: 1_000 });
      await client.setStreamMetadata('elsewhere-1', { maxCount: 1 });
      await client.setStreamMetadata('invoice-none', { maxCount: 1 });
      await client.setStreamMetadata('invoice-none', {});
      show({
        input: 'one deleted, one cut before revision 1, one with $maxCount, one with a tombstone',
        right: {
          code: 1,
          found: [
            `invoice-${ids[0]!}: it was deleted`,
            `invoice-${ids[1]!}: its facts before revision 1 were cut away`,
            `invoice-${ids[2]!}: it has metadata: {"$maxCount":500}`,
            `invoice-${ids[3]!}: it was deleted`,
          ],
        },
        got: await check(),
      });
    },
  );

  it('are whole again once the metadata was taken back, before any scavenge', async () => {
    const stream = `invoice-${ids[0]!}`;
    await client.setStreamMetadata(stream, {}); // brings a deleted one back, without its facts
    await client.setStreamMetadata(stream, {});
    const path = `/v1/invoices/${ids[0]!}/owner`;
    const assigned = await clerk.post(path, { ownerId: 'otto', reason: 'his' });
    expect([assigned.status, assigned.body.revision]).toEqual([200, 2]);
    expect((await check()).found.some((line) => line.startsWith(stream))).toBe(false);
  });

  story(
    'mended-doors',
    'D6',
    'a stream whose beginning was cut is found before any scavenge, and named',
    async (show) => {
      const stream = `invoice-${ids[1]!}`;
      const deep = await check('--deep');
      show({
        input: 'check --deep, the metadata alone being there',
        right: [1, true],
        got: [deep.code, deep.found.some((line) => line.startsWith(stream))],
      });
      const events = new Client({ connectionString: quittance.eventsDatabaseUrl });
      await events.connect();
      // What a scavenge of the real server does.
      await events.query('delete from event_store.events where stream = $1 and rev < 1', [stream]);
      await events.end();
      const env = { DATABASE_URL: quittance.databaseUrl, EVENTSTORE_URL: quittance.eventStoreUrl };
      const { code, stderr } = await run(['replay', 'all', '--from', 'store', '--dry-run'], env).ended;
      const lines = stderr
        .split('\n')
        .filter((line) => line.startsWith('quittance: ') || /^ +at /.test(line));
      show({
        input: 'replay --from store, once they are gone',
        right: {
          code: 1,
          lines: [`quittance: the event store lacks a fact of ${stream}: nothing was changed`],
        },
        got: { code, lines },
      });
    },
  );

  story('mended-doors', 'D6', 'a projector that lacks what was cut ends with code 5', async (show) => {
    // The node forgets what it had in memory: only what is stored comes.
    await quittance.eventStoreNode.stop();
    await quittance.eventStoreNode.start();
    const another = await startTestDatabases();
    const urls = { DATABASE_URL: another.databaseUrl, EVENTSTORE_URL: quittance.eventStoreUrl };
    const projector = fork(PROJECTOR, [], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'error', ...urls },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const exit = once(projector, 'exit') as Promise<[number]>;
    const [said, [code]] = await Promise.all([text(projector.stderr!), exit]);
    await another.stop();
    const lines = said.trimEnd().split('\n');
    show({
      input: 'a projector on an empty database',
      right: { code: 5, lines: 1, named: true },
      got: { code, lines: lines.length, named: said.includes(`invoice-${ids[1]!}`) },
    });
  });
});
