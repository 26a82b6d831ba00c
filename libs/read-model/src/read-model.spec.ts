import fc from 'fast-check';
import type { Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../test/support/stores.js';
import { Log, balances, emptied, moved, movements, opened, tables } from '../spec/accounts.js';
import { StreamGapError } from './continuity.js';
import { openDatabase } from '@quittance/process';
import { ReadModel } from './read-model.js';
import { releaseParked } from './release.js';
import { projectorState } from './state.js';

describe('the read model', () => {
  let stores: TestDatabases;
  let pool: Pool;
  const projections = [balances, movements];
  const open = (): Promise<ReadModel> => ReadModel.open({ pool, projections });

  beforeAll(async () => {
    stores = await startTestDatabases(projections);
    pool = openDatabase(stores.databaseUrl, { max: 4 });
  });
  beforeEach(() => emptied(pool));
  afterAll(async () => {
    await pool.end();
    await stores.stop();
  });

  const account = async (name: string) =>
    (await pool.query<Record<string, unknown>>('select * from live.accounts where account = $1', [name]))
      .rows[0];

  it('folds a batch to one row a key, with dates, texts, arrays and JSON as they are', async () => {
    const log = new Log();
    log.add(opened('a', `O'Brien "x" \\ {null}`));
    log.add(moved('a', 7));
    log.add(moved('a', -2));
    expect(await (await open()).project(log.facts)).toEqual({ facts: 3, skipped: 0, erased: 0, parked: [] });
    expect(await account('a')).toEqual({
      account: 'a',
      owner: `O'Brien "x" \\ {null}`,
      balance: '5',
      marks: ['"7", \\', '"-2", \\'],
      last: { by: '-2' },
      position: 30n,
      moved_on: '2026-03-01',
    });
  });

  it('skips and counts what is delivered again, and changes nothing by it', async () => {
    const log = new Log();
    for (const name of ['a', 'b']) log.add(opened(name));
    for (let i = 0; i < 100; i += 1) log.add(moved(i % 2 ? 'a' : 'b', i));
    const model = await open();
    await model.project(log.facts);
    const before = await tables(pool);
    expect(await model.project(log.facts)).toMatchObject({ facts: 0, skipped: 102 });
    expect(await (await open()).project(log.facts.slice(50))).toMatchObject({ facts: 0, skipped: 52 });
    expect(await tables(pool)).toEqual(before);
  });

  it('leaves the same tables however the facts are split into batches, by one projector or one after another', async () => {
    const step = fc.record({ name: fc.constantFrom('a', 'b', 'c'), by: fc.integer({ min: -9, max: 9 }) });
    const history = fc.record({
      steps: fc.array(step, { maxLength: 25 }),
      cuts: fc.array(fc.tuple(fc.nat(27), fc.boolean(), fc.nat(4)), { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ steps, cuts }) => {
        const log = new Log();
        for (const name of ['a', 'b']) log.add(opened(name));
        for (const { name, by } of steps) {
          if (by === 0) log.beat();
          else log.add(moved(name, by));
        }
        await emptied(pool);
        await (await open()).project(log.facts);
        const whole = await tables(pool);
        await emptied(pool);
        let model = await open();
        let from = 0;
        for (const [at, restarted, again] of [...cuts].sort((x, y) => x[0] - y[0])) {
          await model.project(log.facts.slice(Math.max(0, from - again), at));
          from = Math.max(from, Math.min(at, log.facts.length));
          if (restarted) model = await open();
        }
        await model.project(log.facts.slice(from));
        expect(await tables(pool)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('ends the slower of two projectors, which has written nothing', async () => {
    const log = new Log();
    log.add(opened('a'));
    log.add(moved('a', 1));
    const [one, two] = [await open(), await open()];
    await one.project(log.facts.slice(0, 1));
    const before = await tables(pool);
    await expect(two.project(log.facts)).rejects.toMatchObject({ name: 'ProjectorStop', exitCode: 6 });
    expect(await tables(pool)).toEqual(before);
    await one.project(log.facts.slice(1));
    expect(await account('a')).toMatchObject({ balance: '1' });
  });

  it('lets exactly one of two win that write at the same moment', async () => {
    const log = new Log();
    log.add(opened('a'));
    for (let i = 0; i < 50; i += 1) log.add(moved('a', 1));
    const results = await Promise.allSettled(
      [await open(), await open()].map((model) => model.project(log.facts)),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await account('a')).toMatchObject({ balance: '50' });
  });

  it('refuses a gap in a stream', async () => {
    const log = new Log();
    log.add(opened('a'));
    log.add(moved('a', 1));
    log.add(moved('a', 2));
    const model = await open();
    await model.project(log.facts.slice(0, 1));
    const gap = model.project(log.facts.slice(2));
    await expect(gap).rejects.toThrow(StreamGapError);
    await expect(gap).rejects.toMatchObject({ stream: 'account-a', expected: 1n, found: 2n });
    expect(await account('a')).toMatchObject({ balance: '0' });
  });

  it('stops at a type it does not know, after all that came before', async () => {
    const log = new Log();
    log.add(opened('a'));
    log.add({ ...moved('a', 1), type: 'Merged' });
    log.add(moved('a', 2));
    const stopped = (await open()).project(log.facts);
    await expect(stopped).rejects.toMatchObject({ exitCode: 4 });
    await expect(stopped).rejects.toThrow(/unknown fact type Merged .* upgrade/);
    expect((await projectorState(pool)).checkpoint).toEqual({ commit: 10n, prepare: 10n });
    const upgraded = await ReadModel.open({ pool, projections, knows: () => true });
    await upgraded.project(log.facts.slice(1));
    expect(await account('a')).toMatchObject({ balance: '2' });
  });

  describe('when a fact is poison', () => {
    it('parks that stream for the projection that refused it; everything else goes on', async () => {
      const log = new Log();
      for (const name of ['a', 'b']) log.add(opened(name));
      log.add(moved('a', -1));
      log.add(moved('a', 5));
      log.add(moved('b', 3));
      const model = await open();
      const { parked } = await model.project(log.facts);
      const waiting = { projection: 'balances', stream: 'account-a', revision: 1n, error: 'below zero' };
      expect(parked).toMatchObject([waiting]);
      await model.project([log.add(moved('a', 7)), log.add(moved('b', 1))]);
      expect(await account('a')).toMatchObject({ balance: '0' });
      expect(await account('b')).toMatchObject({ balance: '4' });
      expect((await tables(pool)).moves).toHaveLength(5);
      expect((await tables(pool)).parked).toEqual([waiting]);
    });

    it('finds the one fact whose value PostgreSQL refuses', async () => {
      const log = new Log();
      for (let i = 0; i < 9; i += 1) log.add(opened(`n${i}`, i === 6 ? 'NUL \u0000 in a name' : 'anna'));
      const { facts, parked } = await (await open()).project(log.facts);
      expect(facts).toBe(9);
      expect(parked).toMatchObject([{ projection: 'balances', stream: 'account-n6', revision: 0n }]);
      expect((await tables(pool)).accounts).toHaveLength(8);
      expect((await tables(pool)).mirror).toHaveLength(9);
    });

    it('lets parked streams go on in the order of the log once they can be projected', async () => {
      await pool.query('alter table live.accounts add constraint poison check (balance = 0)');
      const log = new Log();
      log.add(opened('a'));
      log.add(moved('a', 4));
      log.add(moved('a', 9));
      await (await open()).project(log.facts);
      expect(await releaseParked({ pool, projections })).toEqual([]);
      expect((await tables(pool)).parked).toHaveLength(1);
      await pool.query('alter table live.accounts drop constraint poison');
      expect(await releaseParked({ pool, projections })).toEqual([
        { projection: 'balances', stream: 'account-a' },
      ]);
      expect(await account('a')).toMatchObject({ balance: '13', last: { by: '9' } });
      expect((await tables(pool)).parked).toEqual([]);
    });
  });

  describe('known time', () => {
    it('moves on by heartbeats, to just before the last one, and is never set back', async () => {
      const log = new Log();
      log.add(opened('a'), '2026-03-01T10:00:00Z');
      log.beat('2026-03-01T10:00:10Z');
      log.add(moved('a', 1), '2026-03-01T09:00:00Z');
      await (await open()).project(log.facts);
      const state = await projectorState(pool);
      expect(state.completeThrough).toEqual(new Date('2026-03-01T10:00:09.999Z'));
      expect(state.facts).toBe(2n);
      expect(state.beatAt).toBeInstanceOf(Date);
      const { rows } = await pool.query('select position, recorded_max from mirror.facts order by position');
      expect(rows).toEqual([
        { position: 10n, recorded_max: new Date('2026-03-01T10:00:00Z') },
        { position: 30n, recorded_max: new Date('2026-03-01T10:00:10Z') },
      ]);
    });

    it('puts a fact that was found late at its place in the mirror', async () => {
      const log = new Log();
      log.add(opened('a'), '2026-03-01T10:00:00Z');
      const late = log.add(opened('b'), '2026-03-01T12:00:00Z');
      log.add(moved('a', 1), '2026-03-01T11:00:00Z');
      const model = await open();
      await model.project(log.facts.filter((fact) => fact !== late));
      await model.project([late]);
      expect((await projectorState(pool)).checkpoint?.commit).toBe(30n);
      const { rows } = await pool.query('select position, recorded_max from mirror.facts order by position');
      expect(rows).toEqual([
        { position: 10n, recorded_max: new Date('2026-03-01T10:00:00Z') },
        { position: 20n, recorded_max: new Date('2026-03-01T12:00:00Z') },
        { position: 30n, recorded_max: new Date('2026-03-01T12:00:00Z') },
      ]);
    });
  });
});
