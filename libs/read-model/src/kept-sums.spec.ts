import type { Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../test/support/stores.js';
import type { AccountFacts } from '../../../test/support/accounts.js';
import { Log, moved } from '../spec/accounts.js';
import { openDatabase } from '@quittance/process';
import { migrate } from './migrate.js';
import type { Projection } from './projection.js';
import { ReadModel } from './read-model.js';
import { rebuild } from './rebuild/rebuild.js';
import { rebuildChanged } from './rebuild/rebuild-changed.js';
import { sumsTable, table } from './table.js';

interface Amount {
  position: bigint;
  account: string;
  amount: string;
}
const amounts = table<Amount>({
  name: 'amounts',
  comment: 'Each movement',
  key: ['position'],
  columns: { position: { type: 'bigint' }, account: { type: 'text' }, amount: { type: 'numeric' } },
});
const sums = sumsTable({
  name: 'amount_sums',
  comment: 'What each account but c was given',
  of: amounts,
  by: ['account'],
  where: `account <> 'c'`,
});
const on: Projection<AccountFacts>['on'] = {
  Moved: ({ data, at }, changes) =>
    changes.put(amounts, { position: at, account: data.account, amount: data.by }),
};
const kept: Projection<AccountFacts> = { name: 'kept', comment: 'Amounts', tables: [amounts, sums], on };

describe('sums that the database keeps', () => {
  let stores: TestDatabases;
  let pool: Pool;
  let log: Log;
  beforeAll(async () => {
    stores = await startTestDatabases([kept]);
    pool = openDatabase(stores.databaseUrl, { max: 8 });
    log = new Log();
    const facts = [moved('a', '1.25'), moved('b', 2), moved('c', 5), moved('a', '3.25')];
    for (const fact of facts) log.add(fact);
    await (await ReadModel.open({ pool, projections: [kept] })).project(log.facts);
  });
  afterAll(async () => {
    await pool.end();
    await stores.stop();
  });

  const all = async (): Promise<string[]> =>
    (
      await pool.query<{ sum: string }>(
        `select concat_ws(' ', account, lines, amount) as sum from live.amount_sums order by account`,
      )
    ).rows.map(({ sum }) => sum);

  it('are those of the rows that count, after each batch', async () => {
    expect(await all()).toEqual(['a 2 4.50', 'b 1 2']);
    log.add(moved('b', '0.50'));
    await (await ReadModel.open({ pool, projections: [kept] })).project(log.facts.slice(4));
    expect(await all()).toEqual(['a 2 4.50', 'b 2 2.50']);
  });

  it('take part in a change of a row, whoever makes it', async () => {
    await pool.query(`update live.amounts set amount = amount + 0.01 where position = 10`);
    expect(await all()).toEqual(['a 2 4.51', 'b 2 2.50']);
    await pool.query(`update live.amounts set account = 'd' where position = 20`);
    expect(await all()).toEqual(['a 2 4.51', 'b 1 0.50', 'd 1 2']);
    await pool.query(`delete from live.amounts where account = 'd'`);
    expect(await all()).toEqual(['a 2 4.51', 'b 1 0.50', 'd 0 0']);
  });

  it('are made again by a rebuild, and kept from then on', async () => {
    await pool.query(`update live.amount_sums set amount = 99`);
    expect(await rebuild({ pool, projections: [kept] })).toMatchObject({ swapped: true });
    expect(await all()).toEqual(['a 2 4.50', 'b 2 2.50']);
    log.add(moved('d', 1));
    await (await ReadModel.open({ pool, projections: [kept] })).project(log.facts.slice(5));
    expect(await all()).toEqual(['a 2 4.50', 'b 2 2.50', 'd 1 1']);
  });

  it('that are new to a projection begin with what is there', async () => {
    await pool.query('drop table live.amount_sums');
    await migrate(stores.databaseUrl, [kept]);
    expect(await all()).toEqual(['a 2 4.50', 'b 2 2.50', 'd 1 1']);
    await rebuildChanged({ pool, projections: [kept] });
    expect(await all()).toEqual(['a 2 4.50', 'b 2 2.50', 'd 1 1']);
  });

  it('are nothing without rows, in whatever order both are emptied', async () => {
    await pool.query('delete from live.amount_sums; delete from live.amounts');
    expect(await all()).toEqual([]);
    await pool.query(`insert into live.amounts values (1, 'a', 7); truncate live.amounts`);
    expect(await all()).toEqual([]);
  });
});
