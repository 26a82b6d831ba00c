import type { Pool } from 'pg';
import {
  fresh,
  accountProcess,
  key,
  OpenAccount,
  MoveMoney,
  request,
  typesIn,
} from '../../../test/support/accounts.js';
import { useWriteSide } from '../../../test/support/write-side.js';
import { memoryEventStore } from './memory-event-store.js';

let pool: Pool;
useWriteSide((its) => (pool = its));

type Options = Parameters<typeof accountProcess>[2];
const store = memoryEventStore();
const processOver = (over: typeof store, options?: Options) => accountProcess(pool, over, options);

// PostgreSQL restored to an older day, or another server of it that had not yet heard of the newest rows.
describe('a request whose row of the guard was lost', () => {
  it('is found in the stream when the guard was lost', async () => {
    const account = fresh();
    const [open, put] = [
      request(OpenAccount, key(), { account }),
      request(MoveMoney, key(), { account, by: 5 }),
    ];
    const before = processOver(store);
    await before.execute(open);
    await before.execute(put);
    await pool.query('truncate write_side.requests');
    for (const handler of [before, processOver(store)]) {
      expect(await handler.execute(open)).toMatchObject({ revision: 0n, replayed: true });
      expect(await handler.execute(put)).toMatchObject({ revision: 1n, replayed: true });
    }
    expect(await typesIn(store, `account-${account}`)).toEqual(['Opened', 'Moved']);
  });

  it('is found when the guard was lost under a process that lives on, and the chain goes on', async () => {
    const here = processOver(store, { endFor: 0 });
    await here.execute(request(OpenAccount, key(), { account: fresh() }));
    const account = fresh();
    const open = request(OpenAccount, key(), { account });
    const there = processOver(store);
    await there.execute(open);
    await pool.query('truncate write_side.requests');
    // The same request, sent again: a correlation id of its own makes other bytes.
    const retried = request(OpenAccount, open.context.key, { account });
    retried.context = { ...open.context, correlationId: 'sent again' };
    expect(await here.execute(retried)).toMatchObject({ revision: 0n, replayed: true });
    await here.execute(request(MoveMoney, key(), { account, by: 5 }));
    await there.execute(request(MoveMoney, key(), { account, by: 5 }));
    expect(await typesIn(store, `account-${account}`)).toEqual(['Opened', 'Moved', 'Moved']);
  });

  it('with another body is refused when the guard was lost, too: the stream knows what was asked', async () => {
    const account = fresh();
    const handler = processOver(store);
    await handler.execute(request(OpenAccount, key(), { account }));
    const reused = key();
    await handler.execute(request(MoveMoney, reused, { account, by: 5 }));
    await pool.query('truncate write_side.requests');
    for (const process of [handler, processOver(store)]) {
      const other = process.execute(request(MoveMoney, reused, { account, by: 7 }));
      await expect(other).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    }
    expect(await typesIn(store, `account-${account}`)).toEqual(['Opened', 'Moved']);
  });
});
