import type { Pool } from 'pg';
import { AccountsReadSide, history, projections } from '../../spec/accounts-read-side.js';
import { moved, opened, tables } from '../../spec/accounts.js';
import { transaction } from '@quittance/process';
import { dropOld } from './drop-old.js';
import type { RebuildOptions } from './options.js';
import { rebuild } from './rebuild.js';

describe('a rebuild', () => {
  let side: AccountsReadSide;
  let pool: Pool;

  beforeAll(async () => {
    side = await AccountsReadSide.start();
    ({ pool } = side);
  });
  beforeEach(() => side.empty());
  afterAll(() => side.stop());

  it('leaves the same tables as projecting did, and keeps the old ones until they are dropped', async () => {
    const log = history();
    await side.projected(log);
    const before = await tables(pool);
    const rebuilt = await rebuild({ pool, projections });
    expect(rebuilt).toMatchObject({ swapped: true, facts: log.facts.length, parked: [] });
    expect(rebuilt.totals).toEqual([
      { projection: 'balances', of: 'rows of accounts', live: '3', rebuilt: '3', facts: null },
      { projection: 'movements', of: 'rows of moves', live: '60', rebuilt: '60', facts: null },
    ]);
    expect(await tables(pool)).toEqual(before);
    expect(await side.schemas()).toEqual([rebuilt.retired]);
    expect((await pool.query(`select * from ${rebuilt.retired}.accounts order by account`)).rows).toEqual(
      before.accounts,
    );
    expect(await dropOld(pool)).toEqual([rebuilt.retired]);
    expect(await side.schemas()).toEqual([]);
  });

  it('makes the same indexes and dictionary as a first migration does', async () => {
    const made = `select indexdef from pg_indexes where schemaname = 'live' order by 1`;
    const said = `select col_description('live.accounts'::regclass, 2) as said`;
    const before = [(await pool.query(made)).rows, (await pool.query(said)).rows];
    await rebuild({ pool, projections });
    expect([(await pool.query(made)).rows, (await pool.query(said)).rows]).toEqual(before);
  });

  it('parks where the projector parked: a handler that throws, a row that PostgreSQL refuses', async () => {
    const log = history();
    log.add(moved('b', -1_000));
    log.add(moved('nobody', 1));
    log.add(opened('d'));
    log.add(moved('b', 1));
    log.add({ ...moved('d', 5), metadata: { effectiveOn: 'never' } });
    await side.projected(log);
    const before = await tables(pool);
    expect(before.parked).toHaveLength(3);
    await pool.query(`delete from projector.parked; delete from live.accounts; delete from live.moves`);
    const { parked } = await rebuild({ pool, projections });
    expect(parked).toHaveLength(3);
    expect(await tables(pool)).toEqual(before);
  });

  it('lets the projector go on where it was, and park by the new tables', async () => {
    const log = history();
    const live = await side.model();
    await live.project(log.facts);
    await pool.query(
      `insert into projector.parked (projection, stream, revision, position, type, error)
       values ('balances', 'account-a', 0, 10, 'Opened', 'x'), ('other', 'account-a', 0, 10, 'Opened', 'x')`,
    );
    await rebuild({ pool, projections });
    expect((await tables(pool)).parked).toMatchObject([{ projection: 'other' }]);
    const next = log.add(moved('a', 2));
    expect(await live.project([next])).toMatchObject({ facts: 1 });
    const after = await tables(pool);
    await rebuild({ pool, projections });
    expect(await tables(pool)).toEqual(after);
  });

  it('parks for a projector that goes on: what it knew of waiting streams before the swap holds no more', async () => {
    const log = history();
    const live = await side.model();
    await live.project(log.facts);
    // Nothing waited so far, and the rebuild reads a fact that its projection refuses.
    await pool.query(
      `update mirror.facts set data = '{"account":"a","by":"-1"}' where stream = 'account-a' and revision = 1`,
    );
    expect((await rebuild({ pool, projections })).parked).toMatchObject([
      { stream: 'account-a', revision: 1n },
    ]);
    await live.project([log.add(moved('a', 2)), log.add(moved('b', 2))]);
    const { accounts, parked } = await tables(pool);
    expect(parked).toMatchObject([{ projection: 'balances', stream: 'account-a', revision: 1n }]);
    expect(accounts).toMatchObject([{ balance: '0' }, { last: { by: '2' } }, {}]);
  });

  it('takes in facts that are projected while it reads', async () => {
    const log = history();
    await side.projected(log);
    let more = 0;
    const live = await side.model();
    const progress: RebuildOptions['progress'] = () => {
      if (more < 5)
        writing = writing.then(async () => void (await live.project([log.add(moved('a', ++more))])));
    };
    let writing = Promise.resolve();
    await rebuild({ pool, projections, progress });
    await writing;
    const after = await tables(pool);
    await rebuild({ pool, projections });
    expect(more).toBeGreaterThan(0);
    expect(await tables(pool)).toEqual(after);
  });

  it('waits for those who look at the database as it was before, and never shows them half a table', async () => {
    await side.projected(history());
    let swapped = false;
    let reading: Promise<unknown> = Promise.resolve();
    await transaction(
      pool,
      async (sql) => {
        await sql.query('select from projector.state');
        const waits = new Promise<void>((resolve) => {
          const progress: RebuildOptions['progress'] = ({ step }) =>
            step === 'waiting for readers' && resolve();
          reading = rebuild({ pool, projections, progress }).then(() => (swapped = true));
        });
        await waits;
        expect((await sql.query('select from live.accounts')).rowCount).toBe(3);
        expect(swapped).toBe(false);
      },
      'begin isolation level repeatable read',
    );
    await reading;
    expect(swapped).toBe(true);
  });

  it('gives way to a reader that holds a table, and comes again', async () => {
    await side.projected(history());
    const reader = await pool.connect();
    await reader.query('begin; select from live.moves');
    let tries = 0;
    let twice = (): void => undefined;
    const tried = new Promise<void>((resolve) => (twice = resolve));
    const progress: RebuildOptions['progress'] = ({ step }) => {
      if (step === 'swapping' && ++tries === 2) twice();
    };
    const done = rebuild({ pool, projections, progress });
    await tried;
    await pool.query('select from live.accounts');
    await reader.query('rollback');
    reader.release();
    expect(await done).toMatchObject({ swapped: true });
  });
});
