import { type EventStore, memoryEventStore, Vault } from '@quittance/event-store';
import type { Pool } from 'pg';
import { AccountsReadSide, projections } from '../../spec/accounts-read-side.js';
import { moved, opened, tables } from '../../spec/accounts.js';
import { erased, openedFor, owners } from '../../spec/owners.js';
import { ReadModel } from '../read-model.js';
import { rebuild } from './rebuild.js';
import type { ControlTotals } from './totals.js';

const totals: ControlTotals = {
  projection: 'balances',
  ofTables: (at) => `select 'EUR', 'moved', sum(balance) from ${at('accounts')}`,
  ofFacts: [
    (facts) => `select 'EUR', 'moved', (data ->> 'by')::numeric from ${facts} f where type = 'Moved'`,
  ],
};

const streams = ['account-'];
const project = async (model: ReadModel, store: EventStore): Promise<void> => {
  for await (const fact of store.readAll({ after: model.checkpoint })) await model.project([fact]);
};

describe('a doubted mirror is rebuilt from the store', () => {
  let side: AccountsReadSide;
  let pool: Pool;
  let store: EventStore;
  beforeAll(async () => {
    side = await AccountsReadSide.start();
    ({ pool } = side);
  });
  beforeEach(async () => {
    await side.empty();
    store = memoryEventStore();
  });
  afterAll(() => side.stop());

  it.each([
    ['lacks a fact', `delete from mirror.facts where stream = 'account-b'`],
    ['lacks the last of a stream', `delete from mirror.facts where stream = 'account-a' and revision = 2`],
    ['has another amount', `update mirror.facts set data = '{"account":"a","by":"99"}' where revision = 1`],
  ])('when it %s: what the facts come to is asked of those that were read', async (_, damage) => {
    await store.append('account-a', 'none', [opened('a'), moved('a', 5), moved('a', 2)]);
    await store.append('account-b', 'none', [opened('b'), moved('b', 3)]);
    await project(await side.model(), store);
    const before = await tables(pool);
    await pool.query(damage);
    const rebuilt = await rebuild({
      ...{ pool, projections, from: 'store', store, streams },
      ...{ whole: true, totals: [totals] },
    });
    expect(rebuilt.totals).toContainEqual({
      ...{ projection: 'balances', of: 'EUR moved', live: '10', rebuilt: '10', facts: '10' },
    });
    expect(await tables(pool)).toEqual(before);
  });
});

describe('a mirror that is rebuilt while somebody is erased', () => {
  it('has them emptied from what was read', async () => {
    const side = await AccountsReadSide.start([owners]);
    const { pool } = side;
    const store = memoryEventStore();
    const opener = new Vault(pool);
    const options = { pool, projections: [owners], opener, knows: () => true };
    await store.append('account-a', 'none', [await openedFor(opener, 'a', 'Ludmilla')]);
    const live = await ReadModel.open(options);
    await project(live, store);
    await pool.query('delete from mirror.facts');
    let erasing: Promise<void> | undefined;
    const rebuilt = await rebuild({
      ...{ ...options, from: 'store', store, streams, whole: true },
      progress: ({ step }) => {
        if (step === 'indexing')
          erasing ??= store.append('account-a', 0n, [erased('a')]).then(() => project(live, store));
        return erasing;
      },
    });
    expect(rebuilt.swapped).toBe(true);
    expect((await pool.query('select account, owner from live.accounts')).rows).toEqual([
      { account: 'a', owner: '' },
    ]);
    expect((await pool.query('select from mirror.facts')).rowCount).toBe(2);
    await side.stop();
  });
});
