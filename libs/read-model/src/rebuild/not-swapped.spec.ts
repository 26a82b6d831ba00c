import type { Pool } from 'pg';
import { AccountsReadSide, history, projections } from '../../spec/accounts-read-side.js';
import { balances, movements, opened, tables } from '../../spec/accounts.js';
import type { AnyProjection } from '../projection.js';
import type { RebuildOptions } from './options.js';
import { rebuild } from './rebuild.js';
import { REBUILD_LOCK } from './record.js';
import type { ControlTotals } from './totals.js';

describe('a rebuild that is not swapped in', () => {
  let side: AccountsReadSide;
  let pool: Pool;

  beforeAll(async () => {
    side = await AccountsReadSide.start();
    ({ pool } = side);
  });
  beforeEach(() => side.empty());
  afterAll(() => side.stop());
  const status = async (): Promise<unknown> =>
    (await pool.query('select status, error from projector.rebuilds order by id desc limit 1')).rows[0];

  it('ends when it is cancelled, at any step, and leaves everything as it was', async () => {
    await side.projected(history());
    const before = await tables(pool);
    for (const at of ['reading', 'indexing', 'comparing', 'swapping']) {
      const stopping = new AbortController();
      const progress: RebuildOptions['progress'] = ({ step }) => {
        if (step === at) stopping.abort(new Error('enough'));
      };
      await expect(rebuild({ pool, projections, signal: stopping.signal, progress })).rejects.toThrow(
        'enough',
      );
      expect(await status()).toEqual({ status: 'cancelled', error: 'enough' });
      expect(await side.schemas()).toEqual([]);
      expect(await tables(pool)).toEqual(before);
    }
  });

  it('is the only one of its database, and clears what a dead one left', async () => {
    await side.projected(history());
    await pool.query(`create schema rebuild_999999; create table rebuild_999999.accounts ();
      insert into projector.rebuilds (target, projections, versions, source) values ('live', '{a}', '{b}', 'mirror')`);
    const other = await pool.connect();
    await other.query('select pg_advisory_lock($1)', [REBUILD_LOCK]);
    await expect(rebuild({ pool, projections })).rejects.toMatchObject({ name: 'RebuildBusyError' });
    await other.query('select pg_advisory_unlock_all()');
    other.release();
    expect(await rebuild({ pool, projections })).toMatchObject({ swapped: true });
    expect((await side.schemas()).filter((name) => name.startsWith('rebuild_'))).toEqual([]);
    const { rows } = await pool.query(
      `select error from projector.rebuilds where status = 'failed' and projections = '{a}'`,
    );
    expect(rows).toEqual([{ error: 'its process ended' }]);
  });

  it('begins again when the projector found a fact late, before a place that was read', async () => {
    const log = history();
    await side.projected(log);
    const live = await side.model();
    // The first of its stream, which no other fact misses.
    const late = { ...log.add(opened('late')), position: { commit: 35n, prepare: 35n } };
    let found: Promise<unknown> | undefined;
    let beginnings = 0;
    let before = '';
    const rebuilt = await rebuild({
      pool,
      projections,
      progress: ({ step }) => {
        if (step === 'reading' && before !== step) beginnings += 1;
        before = step;
        if (step === 'indexing') found ??= live.project([late]);
        return found;
      },
    });
    expect(beginnings).toBe(2);
    expect(rebuilt.facts).toBe(log.facts.length);
    expect((await pool.query('select from live.accounts')).rowCount).toBe(4);
  });

  it('refuses a mirror that lacks facts, and says what to do', async () => {
    await side.projected(history());
    const before = await tables(pool);
    await pool.query('delete from mirror.facts where position = 50');
    await expect(rebuild({ pool, projections })).rejects.toThrow(
      /^the mirror holds 62 of 63 facts: rebuild the mirror with quittance replay all --from store$/,
    );
    await pool.query('update projector.state set facts = facts - 1');
    await expect(rebuild({ pool, projections })).rejects.toThrow(/^the mirror lacks a fact of account-b/);
    expect((await tables(pool)).accounts).toEqual(before.accounts);
  });

  it('does not swap tables that the facts contradict', async () => {
    await side.projected(history());
    const before = await tables(pool);
    const totals: ControlTotals = {
      projection: 'balances',
      ofTables: (at) => `select 'EUR', 'moved', sum(balance) from ${at('accounts')}`,
      ofFacts: [
        (facts) => `select 'EUR', 'moved', (data ->> 'by')::numeric from ${facts} f where type = 'Moved'`,
      ],
    };
    expect((await rebuild({ pool, projections, totals: [totals] })).totals).toContainEqual({
      ...{ projection: 'balances', of: 'EUR moved', live: '174', rebuilt: '174', facts: '174' },
    });
    const wrong: AnyProjection = { ...balances, on: { Opened: balances.on.Opened } };
    const rebuilding = rebuild({ pool, projections: [wrong, movements], totals: [totals] });
    await expect(rebuilding).rejects.toThrow('balances: EUR moved would be 0, but the facts add up to 174');
    expect((await tables(pool)).accounts).toEqual(before.accounts);
  });

  it('shows in a dry run which rows would change, column by column, and changes nothing', async () => {
    await side.projected(history());
    await pool.query(`update live.accounts set balance = 7, last = null where account = 'b';
      delete from live.moves where position = 40; insert into live.moves values (41, 'x', now())`);
    const before = await tables(pool);
    const { swapped, differences } = await rebuild({ pool, projections, dryRun: true, diff: 10 });
    expect(swapped).toBe(false);
    expect(differences).toMatchObject([
      {
        ...{ table: 'accounts', changed: 1, onlyLive: 0, onlyRebuilt: 0 },
        rows: [
          { key: 'b', column: 'last', live: null, rebuilt: '{"by": "2"}' },
          { key: 'b', column: 'balance', live: '7', rebuilt: '58' },
        ],
      },
      {
        ...{ table: 'moves', changed: 0, onlyLive: 1, onlyRebuilt: 1 },
        rows: [
          { key: '40', column: '*' },
          { key: '41', column: '*' },
        ],
      },
    ]);
    expect(await tables(pool)).toEqual(before);
    expect(await side.schemas()).toEqual([]);
    expect(await status()).toEqual({ status: 'compared', error: null });
  });
});
