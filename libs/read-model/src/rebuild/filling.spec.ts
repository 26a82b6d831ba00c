import fc from 'fast-check';
import type { Pool } from 'pg';
import { AccountsReadSide, projections } from '../../spec/accounts-read-side.js';
import { Log, moved, opened, tables } from '../../spec/accounts.js';
import { ReadModel } from '../read-model.js';
import { Filling } from './filling.js';
import { createStaging } from './staging.js';
import { StagingWriter } from './staging-writer.js';

describe('filling new tables', () => {
  let side: AccountsReadSide;
  let pool: Pool;

  beforeAll(async () => {
    side = await AccountsReadSide.start();
    ({ pool } = side);
  });
  afterAll(() => side.stop());

  it('comes to what projecting comes to, however few rows it holds and wherever pages and rounds end', async () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const step = fc.record({ name, by: fc.integer({ min: -2, max: 9 }), opens: fc.nat(5) });
    const history = fc.record({
      steps: fc.array(step, { maxLength: 40 }),
      most: fc.integer({ min: 2, max: 6 }),
      page: fc.integer({ min: 1, max: 15 }),
      rounds: fc.array(fc.nat(40), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ steps, most, page, rounds }) => {
        const log = new Log();
        for (const account of ['a', 'b', 'c', 'd']) log.add(opened(account));
        // A row that is put again takes the place of the one before, wherever that is by then.
        for (const { name: account, by, opens } of steps)
          log.add(opens === 0 ? opened(account, `by ${by}`) : moved(account, by));
        await side.empty();
        await (await ReadModel.open({ pool, projections })).project(log.facts);
        const client = await pool.connect();
        await createStaging(client, 'rebuild_1', projections);
        const filling = new Filling(
          new StagingWriter(client, 'rebuild_1'),
          projections,
          undefined,
          'mirror.facts',
          'park',
          most,
        );
        for (let i = 0; i < log.facts.length; i += page) {
          await filling.fill(log.facts.slice(i, i + page));
          if (rounds.some((end) => end >= i && end < i + page)) await filling.finish();
        }
        await filling.finish();
        client.release();
        const live = await tables(pool);
        const rows = async (table: string, key: string): Promise<object[]> =>
          (await pool.query<object>(`select * from rebuild_1.${table} order by ${key}`)).rows;
        expect(await rows('accounts', 'account')).toEqual(live.accounts);
        expect(await rows('moves', 'position')).toEqual(live.moves);
        const parked = filling.parking.parked.map(({ projection, stream, revision, error }) => ({
          ...{ projection, stream, revision, error },
        }));
        expect(parked.sort((x, y) => (x.stream < y.stream ? -1 : 1))).toEqual(live.parked);
      }),
      { numRuns: 25 },
    );
  });
});
