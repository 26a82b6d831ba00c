import type { Pool } from 'pg';
import { fresh, jarProcess, key, OpenJar, PutCoins, request, typesIn } from '../../../test/support/jars.js';
import { useWriteSide } from '../../../test/support/write-side.js';
import { memoryEventStore } from './memory-event-store.js';

let pool: Pool;
useWriteSide((its) => (pool = its));

type Options = Parameters<typeof jarProcess>[2];
const store = memoryEventStore();
const processOver = (over: typeof store, options?: Options) => jarProcess(pool, over, options);

// PostgreSQL restored to an older day, or another server of it that had not yet heard of the newest rows.
describe('a request whose row of the guard was lost', () => {
  it('is found in the stream when the guard was lost', async () => {
    const jar = fresh();
    const [open, put] = [request(OpenJar, key(), { jar }), request(PutCoins, key(), { jar, coins: 5 })];
    const before = processOver(store);
    await before.execute(open);
    await before.execute(put);
    await pool.query('truncate write_side.requests');
    for (const handler of [before, processOver(store)]) {
      expect(await handler.execute(open)).toMatchObject({ revision: 0n, replayed: true });
      expect(await handler.execute(put)).toMatchObject({ revision: 1n, replayed: true });
    }
    expect(await typesIn(store, `jar-${jar}`)).toEqual(['JarOpened', 'CoinsPut']);
  });

  it('is found when the guard was lost under a process that lives on, and the chain goes on', async () => {
    const here = processOver(store, { endFor: 0 });
    await here.execute(request(OpenJar, key(), { jar: fresh() }));
    const jar = fresh();
    const open = request(OpenJar, key(), { jar });
    const there = processOver(store);
    await there.execute(open);
    await pool.query('truncate write_side.requests');
    // The same request, sent again: a correlation id of its own makes other bytes.
    const retried = request(OpenJar, open.context.key, { jar });
    retried.context = { ...open.context, correlationId: 'sent again' };
    expect(await here.execute(retried)).toMatchObject({ revision: 0n, replayed: true });
    await here.execute(request(PutCoins, key(), { jar, coins: 5 }));
    await there.execute(request(PutCoins, key(), { jar, coins: 5 }));
    expect(await typesIn(store, `jar-${jar}`)).toEqual(['JarOpened', 'CoinsPut', 'CoinsPut']);
  });

  it('with another body is refused when the guard was lost, too: the stream knows what was asked', async () => {
    const jar = fresh();
    const handler = processOver(store);
    await handler.execute(request(OpenJar, key(), { jar }));
    const reused = key();
    await handler.execute(request(PutCoins, reused, { jar, coins: 5 }));
    await pool.query('truncate write_side.requests');
    for (const process of [handler, processOver(store)]) {
      const other = process.execute(request(PutCoins, reused, { jar, coins: 7 }));
      await expect(other).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    }
    expect(await typesIn(store, `jar-${jar}`)).toEqual(['JarOpened', 'CoinsPut']);
  });
});
