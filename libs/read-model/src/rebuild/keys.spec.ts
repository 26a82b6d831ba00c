import type { AccountFacts } from '../../../../test/support/accounts.js';
import { AccountsReadSide, history } from '../../spec/accounts-read-side.js';
import { moved } from '../../spec/accounts.js';
import type { Projection } from '../projection.js';
import { table } from '../table.js';
import { rebuild } from './rebuild.js';

interface LastMove {
  account: string;
  position: bigint;
}
const lastMoves = table<LastMove>({
  name: 'last_moves',
  comment: 'The last movement of each account',
  key: ['account'],
  columns: { account: { type: 'text' }, position: { type: 'bigint' } },
});
const last: Projection<AccountFacts> = {
  name: 'last',
  comment: 'Puts the same rows again and again',
  tables: [lastMoves],
  on: {
    Moved: ({ data, at }, changes) => changes.put(lastMoves, { account: data.account, position: at }),
  },
};

describe('the keys of rebuilt tables', () => {
  let side: AccountsReadSide;
  beforeAll(async () => void (side = await AccountsReadSide.start()));
  afterAll(() => side.stop());

  it('hold when a projection puts a row again: the last one counts', async () => {
    const log = history();
    for (const name of ['a', 'b', 'a']) log.add(moved(name, 1));
    await side.projected(log);
    const { swapped } = await rebuild({ pool: side.pool, projections: [last], target: 'analysis' });
    expect(swapped).toBe(true);
    const { rows } = await side.pool.query<LastMove>('select * from analysis.last_moves order by account');
    const lastOf = (name: string): bigint =>
      log.facts.filter(({ data }) => (data as AccountFacts['Moved']).account === name).at(-1)!.position
        .commit;
    expect(rows).toEqual(['a', 'b', 'c'].map((account) => ({ account, position: lastOf(account) })));
    await expect(side.pool.query(`insert into analysis.last_moves values ('a', 1)`)).rejects.toMatchObject({
      code: '23505',
    });
  });
});
