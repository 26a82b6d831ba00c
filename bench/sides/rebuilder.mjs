// A rebuild in a process of its own, as `quittance replay` runs it.
import { createRequire } from 'node:module';
import { built, lib } from '../product.mjs';
import { answering } from './answering.mjs';

const { dropOld, rebuild } = lib('read-model');
const { openDatabase } = lib('process');
const { connectEventStore, Vault } = lib('event-store');
// No more of it than the command loads.
const { CONTROL_TOTALS, FACT_STREAMS, PROJECTIONS } = createRequire(built('x'))(
  built('libs/receivables/src/read-side.js'),
);
const pool = openDatabase(process.env.DATABASE_URL, { max: 6 });

answering({
  /** @param projection a name, or all */
  async rebuild({ projection, from }) {
    const projections = PROJECTIONS.filter(({ name }) => projection === 'all' || name === projection);
    const store = from === 'store' ? connectEventStore(process.env.EVENTSTORE_URL) : undefined;
    const whole = projection === 'all';
    const options = { pool, projections, from, store, streams: FACT_STREAMS, whole, totals: CONTROL_TOTALS };
    const { facts, seconds, swapped, parked } = await rebuild({ ...options, opener: new Vault(pool) });
    await store?.close();
    return { facts, seconds, swapped, parked: parked.length };
  },
  /** The tables that it replaced. */
  dropOld: () => dropOld(pool),
});
