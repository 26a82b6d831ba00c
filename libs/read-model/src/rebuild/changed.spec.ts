import { memoryEventStore } from '@quittance/event-store';
import { Client, type Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../../test/support/stores.js';
import { Log, balances, emptied, moved, movements, opened, tables } from '../../spec/accounts.js';
import { openDatabase } from '@quittance/process';
import { PROJECTOR_LOCK } from '../lease.js';
import { migrate } from '../migrate.js';
import type { AnyProjection, Changes } from '../projection.js';
import { ReadModel } from '../read-model.js';
import { changedProjections } from './changed.js';
import { dropOld } from './drop-old.js';
import { rebuild } from './rebuild.js';
import { rebuildChanged } from './rebuild-changed.js';

describe('a changed projection', () => {
  let stores: TestDatabases;
  let pool: Pool;
  const projections = [balances, movements];
  /** Keeps cents where euros were kept. */
  const changed: AnyProjection = {
    ...balances,
    on: {
      ...balances.on,
      Moved: (fact: never, changes: Changes) =>
        (balances.on.Moved as (fact: never, changes: Changes) => void)(doubled(fact), changes),
    },
  };
  const doubled = (fact: { data: { by: string } }): never =>
    ({ ...fact, data: { ...fact.data, by: String(2 * Number(fact.data.by)) } }) as never;

  beforeAll(async () => {
    stores = await startTestDatabases();
    pool = openDatabase(stores.databaseUrl, { max: 8 });
  });
  beforeEach(async () => {
    await migrate(stores.databaseUrl, projections);
    await emptied(pool);
    await dropOld(pool);
    if ((await changedProjections(pool, projections)).length) await rebuildChanged({ pool, projections });
  });
  afterAll(async () => {
    await pool.end();
    await stores.stop();
  });

  const history = (): Log => {
    const log = new Log();
    log.add(opened('a'));
    log.add(moved('a', 3));
    log.add(moved('a', 4));
    return log;
  };
  const balance = async (): Promise<unknown> =>
    (await pool.query<{ balance: string }>('select balance from live.accounts')).rows[0]?.balance;

  it('is rebuilt before the projector goes on, the old tables answering meanwhile', async () => {
    const log = history();
    await (await ReadModel.open({ pool, projections })).project(log.facts);
    expect(await migrate(stores.databaseUrl, [changed, movements])).toMatchObject({ changed: ['balances'] });
    expect(await balance()).toBe('7');
    const rebuilt = await rebuildChanged({ pool, projections: [changed, movements] });
    expect(rebuilt).toMatchObject({ swapped: true, facts: 3 });
    expect(await balance()).toBe('14');
    expect(await rebuildChanged({ pool, projections: [changed, movements] })).toBeUndefined();
  });

  it('that is new on a log with facts is built from all of them', async () => {
    const log = history();
    await pool.query(`drop table live.moves; delete from projector.projections where name = 'movements'`);
    await (await ReadModel.open({ pool, projections: [balances] })).project(log.facts);
    expect(await migrate(stores.databaseUrl, projections)).toEqual({
      created: ['movements'],
      changed: ['movements'],
    });
    expect(await migrate(stores.databaseUrl, projections)).toMatchObject({ changed: ['movements'] });
    await rebuildChanged({ pool, projections });
    expect((await pool.query('select from live.moves')).rowCount).toBe(2);
    expect(await migrate(stores.databaseUrl, projections)).toEqual({ created: [], changed: [] });
  });

  it('ends a projector of the other version, which has written nothing', async () => {
    const log = history();
    const old = await ReadModel.open({ pool, projections });
    await old.project(log.facts);
    await rebuildChanged({ pool, projections: [changed, movements] });
    const next = log.add(moved('a', 1));
    await expect(old.project([next])).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringMatching(/^another version has rebuilt the tables of balances/) as string,
    });
    expect(await balance()).toBe('14');
  });

  it('is not replayed beside a projector of another version', async () => {
    const projector = new Client({ connectionString: stores.databaseUrl });
    await projector.connect();
    await projector.query('select pg_advisory_lock($1)', [PROJECTOR_LOCK]);
    await expect(rebuild({ pool, projections: [changed] })).rejects.toMatchObject({
      name: 'ProjectorAtWorkError',
    });
    expect(await rebuild({ pool, projections: [changed], dryRun: true })).toMatchObject({ swapped: false });
    await projector.end();
  });
});

describe('a rebuild from the store', () => {
  let stores: TestDatabases;
  let pool: Pool;
  const projections = [balances, movements];
  const store = memoryEventStore();
  const from = { from: 'store', store, streams: ['account-'] } as const;

  beforeAll(async () => {
    stores = await startTestDatabases(projections);
    pool = openDatabase(stores.databaseUrl, { max: 8 });
    for (const name of ['a', 'b'])
      await store.append(`account-${name}`, 'none', [opened(name), moved(name, 5)]);
    await store.append('heartbeat-main', 'none', [
      { id: 'f0000000-0000-4000-8000-000000000000', type: 'HeartbeatRecorded', data: {}, metadata: {} },
    ]);
    await store.append('other-1', 'none', [{ ...moved('a', 9), id: 'f0000000-0000-4000-8000-000000000001' }]);
    await store.append('account-a', 1n, [moved('a', 1), moved('a', -50)]);
    const facts = [];
    for await (const fact of store.readAll()) if (!fact.stream.startsWith('other-')) facts.push(fact);
    await (await ReadModel.open({ pool, projections })).project(facts);
  });
  afterAll(async () => {
    await pool.end();
    await stores.stop();
  });

  it('makes one projection from the same facts, and the mirror only checks them', async () => {
    const before = await tables(pool);
    await pool.query('delete from live.accounts');
    expect(await rebuild({ pool, projections: [balances], ...from })).toMatchObject({ swapped: true });
    expect(await tables(pool)).toEqual(before);
  });

  it('rebuilds everything, the mirror and the streams with it', async () => {
    const before = await tables(pool);
    await pool.query(`delete from mirror.facts where position > 100; delete from projector.streams;
      delete from live.moves; update live.accounts set balance = 0; update projector.state set facts = 1`);
    await expect(rebuild({ pool, projections: [balances], ...from })).rejects.toThrow(
      /^mirror and store differ by 5 facts: rebuild the mirror with quittance replay all --from store$/,
    );
    expect(await rebuild({ pool, projections, ...from, whole: true })).toMatchObject({ swapped: true });
    expect(await tables(pool)).toEqual(before);
    const indexes = `select indexdef from pg_indexes where schemaname = 'mirror' order by 1`;
    expect((await pool.query(indexes)).rowCount).toBe(3);
  });

  it('refuses a store that ends before the read side', async () => {
    const other = memoryEventStore();
    await expect(rebuild({ pool, projections, ...from, store: other })).rejects.toMatchObject({
      exitCode: 7,
    });
  });
});
