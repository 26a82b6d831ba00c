import { randomUUID } from 'node:crypto';
import { type Client, Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../../test/support/stores.js';
import { copyIn } from './copy.js';
import { EVENTS, writerConnection } from './database.js';
import { type Stretch, Reader } from './reader.js';
import { uuidBytes } from './stored-event.js';

let databases: TestDatabases;
let writer: Client;
let pool: Pool;
let position = 0;
let connections = 0;

beforeAll(async () => {
  databases = await startTestDatabases();
  writer = await writerConnection(databases.eventsDatabaseUrl, 0);
  pool = new Pool({ connectionString: databases.eventsDatabaseUrl, max: 6 });
  pool.on('error', () => undefined); // The database may go before its last session has.
  pool.on('acquire', () => connections++);
});
afterAll(async () => {
  await pool?.end();
  await writer?.end();
  await databases?.stop();
});

/** Stores so many events of a stream, of so many bytes. */
const stored = (stream: string, count: number, size = 10) =>
  copyIn(
    writer,
    EVENTS,
    Array.from({ length: count }, (_, revision) => ({
      position: ++position,
      stream,
      revision,
      id: uuidBytes(randomUUID())!,
      type: 'Beat',
      json: false,
      data: Buffer.alloc(size),
      metadata: Buffer.alloc(0),
      created: 1,
    })),
  );

async function read(reader: Reader, stretch: Stretch): Promise<string[]> {
  const found: string[] = [];
  for await (const page of reader.pages(stretch, ({ stream, revision }) => `${stream} ${revision}`)) {
    found.push(...page);
  }
  return found;
}
const revisions = (stream: string, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => `${stream} ${first + i}`);

it('answers short reads of one moment from few queries, each with exactly its own stream in order', async () => {
  const streams = [
    "it's",
    'back\\slash',
    '$dollar$',
    'größe',
    ...Array.from({ length: 60 }, (_, i) => `s-${i}`),
  ];
  for (const stream of streams) await stored(stream, 5);
  connections = 0;
  const found = await Promise.all(
    streams.map((stream) => read(new Reader(pool), { stream, first: 0, last: 4 })),
  );
  expect(connections).toBe(streams.length); // nothing to gather with
  connections = 0;
  const reader = new Reader(pool);
  expect(await Promise.all(streams.map((stream) => read(reader, { stream, first: 0, last: 4 })))).toEqual(
    found,
  );
  expect(found).toEqual(streams.map((stream) => revisions(stream, 0, 4)));
  expect(connections).toBe(1);
});

it('answers reads of the same stream, of parts of it and of what is not there, beside a long one', async () => {
  await stored('same', 200);
  const reader = new Reader(pool);
  const parts = [
    [0, 4],
    [3, 9],
    [0, 4],
    [190, 221],
    [300, 310],
    [0, 199],
  ] as const;
  const found = await Promise.all(
    parts.map(([first, last]) => read(reader, { stream: 'same', first, last })),
  );
  expect(found).toEqual(
    parts.map(([first, last]) => (first > 199 ? [] : revisions('same', first, Math.min(last, 199)))),
  );
  const backwards = await read(reader, { stream: 'same', first: 0, last: 9, backwards: true });
  expect(backwards).toEqual(revisions('same', 0, 9).reverse());
});

it('answers whole streams of large events, a page of each at a time', async () => {
  const streams = ['large-1', 'large-2', 'large-3'];
  for (const stream of streams) await stored(stream, 9, 300_000);
  const reader = new Reader(pool);
  const sizes: number[] = [];
  const whole = streams.map(async (stream) => {
    const found: number[] = [];
    for await (const page of reader.pages({ stream, first: 0, last: 8 }, ({ revision }) => revision)) {
      sizes.push(page.length);
      found.push(...page);
    }
    return found;
  });
  expect(await Promise.all(whole)).toEqual(streams.map(() => [0, 1, 2, 3, 4, 5, 6, 7, 8]));
  expect(Math.max(...sizes)).toBe(2);
});

it('tells only the reader of a stream that cannot be read, and who left disturbs nobody', async () => {
  for (const stream of ['sound-1', 'broken', 'sound-2', 'left']) await stored(stream, 3);
  await writer.query(`
    alter table ${EVENTS} rename to kept;
    create function event_store.sound(stream text) returns boolean language plpgsql as $$
      begin if stream = 'broken' then raise 'cannot be read'; end if; return true; end $$;
    create view ${EVENTS} as select * from event_store.kept where event_store.sound(stream)`);
  const reader = new Reader(pool);
  const left = reader.pages({ stream: 'left', first: 0, last: 2 }, () => 1);
  const leaving = left.next().then(() => left.return(undefined));
  const found = await Promise.allSettled(
    ['sound-1', 'broken', 'sound-2'].map((stream) => read(reader, { stream, first: 0, last: 2 })),
  );
  await leaving;
  expect(found).toEqual([
    { status: 'fulfilled', value: revisions('sound-1', 0, 2) },
    { status: 'rejected', reason: expect.objectContaining({ message: 'cannot be read' }) as unknown },
    { status: 'fulfilled', value: revisions('sound-2', 0, 2) },
  ]);
});
