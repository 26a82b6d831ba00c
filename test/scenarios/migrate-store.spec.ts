import { randomUUID } from 'node:crypto';
import { startEventStoreNode } from '@quittance/embedded';
import {
  connectEventStore,
  type EventStore,
  MacKeys,
  nextLogHead,
  type RecordedFact,
  resolveAppend,
  Vault,
  verifyChain,
} from '@quittance/event-store';
import { openDatabase } from '@quittance/process';
import { projectorState, ReadModel, versionOf } from '@quittance/read-model';
import { isFactType, PROJECTIONS } from '@quittance/receivables';
import type { Pool } from 'pg';
import { issued } from '../support/issued.js';
import { recordGenerated } from '../support/generated.js';
import { quittance, type Ran, type Running } from '../support/command-line.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { startTestDatabases, type TestDatabases } from '../support/stores.js';

// From one node to another, as it goes from the embedded store to a cluster: the same facts, the same answers.

describe('moving the history into another event store', () => {
  let running: Quittance;
  let databases: TestDatabases;
  let node: Awaited<ReturnType<typeof startEventStoreNode>>;
  let target: string;
  let others: Pool[] = [];
  let facts: RecordedFact[];

  beforeAll(async () => {
    running = await startQuittance();
    await recordGenerated(40, running);
    databases = await startTestDatabases();
    node = await startEventStoreNode({
      databaseUrl: databases.eventsDatabaseUrl,
      host: '127.0.0.1',
      access: 'plaintext',
      port: 0,
    });
    target = `esdb://127.0.0.1:${node.port}?tls=false`;
    await running.projector.stop();
    facts = await all(running.store);
  }, 300_000);
  afterAll(async () => {
    for (const pool of others) await pool.end();
    others = [];
    await node?.stop();
    await databases?.stop();
    await running?.stop();
  });

  const moving = (...more: string[]): Running =>
    quittance(['migrate-store', '--from', running.eventStoreUrl, '--to', target, '--json', ...more], {
      DATABASE_URL: running.databaseUrl,
      EVENTSTORE_URL: running.eventStoreUrl,
    });
  const moved = (...more: string[]): Promise<Ran> => moving(...more).ended;
  const inTarget = async (count: (store: EventStore) => Promise<number>): Promise<number> => {
    const store = connectEventStore(target, { ownPositions: true });
    try {
      return await count(store);
    } finally {
      await store.close();
    }
  };

  it('goes on where kill -9 cut it off, nothing doubled, and nobody can use the target meanwhile', async () => {
    const first = moving();
    const killed = await inTarget(async (store) => {
      let count = 0;
      await new Promise<void>((enough, fail) => {
        const fact = (): void => void ((count += 1) === 20 && enough());
        store.subscribe([], undefined, { fact, ended: fail });
      });
      first.child.kill('SIGKILL');
      await first.ended;
      return (await all(store)).length;
    });
    expect(killed).toBeLessThan(facts.length);
    const early = connectEventStore(target);
    await expect(early.end()).rejects.toThrow('is being moved');
    expect(
      (await early.append('invoice-1', 'none', [{ id: facts[0]!.id, type: 'X', data: {}, metadata: {} }]))
        .result,
    ).toBe('unknown');
    await early.close();

    const second = await moved();
    expect(second).toMatchObject({ code: 0, last: { facts: facts.length } });
    // One append was on its way when it was killed: it may have landed after the count.
    expect([0, 1]).toContain(facts.length - killed - (second.last.copied as number));
  }, 300_000);

  it('keeps order, ids, types, data, metadata and revisions; chains and the log’s head verify', async () => {
    const store = connectEventStore(target);
    const copies = await all(store);
    const plain = ({
      metadata: { $origin: _, ...metadata },
      recordedAt: _at,
      position,
      ...fact
    }: RecordedFact) => ({
      ...fact,
      metadata,
      at: position.commit,
    });
    expect(copies.map(plain)).toEqual(facts.map(plain));
    expect(copies.map(({ metadata }) => metadata.$origin)).toEqual(
      facts.map(({ position, recordedAt }) => ({
        recordedAt: recordedAt.toISOString(),
        position: String(position.commit),
      })),
    );
    const streams = new Set(
      facts.map(({ stream }) => stream).filter((stream) => !stream.startsWith('heartbeat-')),
    );
    for (const stream of streams) await verifyChain(store.read(stream));
    const { judge } = await new MacKeys(running.pool).known();
    const ours = copies.filter(({ stream }) => streams.has(stream));
    expect(new Set(ours.map((fact) => judge.of(fact)))).toEqual(new Set(['right']));
    expect((await nextLogHead(store))?.hash).toBe((await nextLogHead(running.store))?.hash);
    // The target itself numbers them otherwise.
    expect(await inTarget(async (own) => Number((await own.end())!.commit))).not.toBe(
      Number(facts.at(-1)!.position.commit),
    );
    // From any place on, as a projector goes on: one that came by there, and one that has just started.
    for (const place of [copies.length >> 1, copies.length - 3]) {
      const rest = copies.slice(place + 1).map(({ id }) => id);
      const started = connectEventStore(target);
      expect((await all(store, copies[place]!.position)).map(({ id }) => id)).toEqual(rest);
      expect((await all(started, copies[place]!.position)).map(({ id }) => id)).toEqual(rest);
      expect(await heard(started, copies[place]!.position, rest.length)).toEqual(rest);
      await started.close();
    }
    await store.close();
  });

  it('answers 20 stored questions with the same bytes, and has every row of every table', async () => {
    const before = (await projectorState(running.pool)).checkpoint!.commit;
    expect(await moved('--verify', databases.databaseUrl)).toMatchObject({
      code: 0,
      last: { facts: facts.length, copied: 0, questions: 20 },
    });
    const pool = openDatabase(databases.databaseUrl, { max: 2 });
    others.push(pool);
    expect((await projectorState(pool)).checkpoint!.commit).toBeGreaterThanOrEqual(before);
    expect(await rowsOf(pool)).toEqual(await rowsOf(running.pool));
  }, 300_000);

  it('goes on after the last position that was moved, with the old read side as well', async () => {
    const store = connectEventStore(target);
    const end = (await store.end())!.commit;
    const position = await issued(store, running.pool, 'NEW-1');
    expect(position).toBeGreaterThan(end);
    expect((await store.end())!.commit).toBe(position);
    // Made by the compiled command: the same handlers, and another text of them.
    for (const one of PROJECTIONS) {
      const compiled = 'update projector.projections set version = $2 where name = $1';
      await others[0]!.query(compiled, [one.name, versionOf(one)]);
    }
    for (const pool of [running.pool, others[0]!]) {
      const model = await ReadModel.open({
        pool,
        projections: PROJECTIONS,
        opener: new Vault(running.pool),
        knows: isFactType,
      });
      const news = (await all(store, model.checkpoint)).filter(
        ({ stream }) => !stream.startsWith('heartbeat-'),
      );
      expect(await model.project(news)).toMatchObject({ facts: 1, skipped: 0, parked: [] });
    }
    expect(await rowsOf(others[0]!)).toEqual(await rowsOf(running.pool));
    await store.close();
  });

  it('refuses a target that holds other facts, one that is in use since, and wrong addresses', async () => {
    expect(await moved()).toMatchObject({ code: 4, stderr: expect.stringContaining('in use') as string });
    const back = ['migrate-store', '--from', target, '--to', running.eventStoreUrl];
    expect(await quittance(back, {}).ended).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('other facts') as string,
    });
    expect((await quittance(['migrate-store', '--from', target, '--to', target], {}).ended).code).toBe(2);
    expect((await quittance(['migrate-store', '--from', target, '--to', 'http://x'], {}).ended).code).toBe(2);
    const nobody = 'esdb://127.0.0.1:1?tls=false';
    expect((await quittance(['migrate-store', '--from', target, '--to', nobody], {}).ended).code).toBe(3);
  }, 300_000);

  it('shows what came since behind all that was moved, also when it claims to have been moved', async () => {
    const store = connectEventStore(target);
    const end = (await store.end())!.commit;
    const $origin = { recordedAt: '2001-01-01T00:00:00Z', position: '1' };
    const forged = { id: randomUUID(), type: 'PaymentReceived', data: {}, metadata: { $origin } };
    await resolveAppend(store, 'payment-forged', 'none', [forged]);
    const [last] = await all(store, { commit: end, prepare: end });
    expect(last).toMatchObject({ id: forged.id });
    expect(last!.position.commit).toBeGreaterThan(end);
    await store.close();
  });
});

async function all(store: EventStore, after?: RecordedFact['position']): Promise<RecordedFact[]> {
  const facts: RecordedFact[] = [];
  for await (const fact of store.readAll({ after })) facts.push(fact);
  return facts;
}

/** The first so many facts that a subscription tells. */
async function heard(store: EventStore, after: RecordedFact['position'], count: number): Promise<string[]> {
  const ids: string[] = [];
  await new Promise<void>((enough, fail) => {
    const fact = ({ id }: RecordedFact): void => void (ids.push(id) === count && enough());
    store.subscribe([], after, { fact, ended: fail });
  });
  return ids;
}

/** Every row of every table and of the mirror; where the store itself put a fact is its own affair. */
async function rowsOf(pool: Pool): Promise<string[]> {
  const lines: string[] = [];
  for (const { name } of PROJECTIONS.flatMap(({ tables }) => tables)) {
    const { rows } = await pool.query<{ line: string }>(
      `select t::text as line from live.${name} t order by 1`,
    );
    lines.push(...rows.map(({ line }) => `${name} ${line}`));
  }
  const { rows } = await pool.query<{ line: string }>(
    `select concat_ws(' ', position, stream, revision, id, type, recorded_at, recorded_max) as line
     from mirror.facts order by position`,
  );
  return [...lines, ...rows.map(({ line }) => line)];
}
