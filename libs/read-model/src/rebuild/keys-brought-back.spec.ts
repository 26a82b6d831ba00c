import { Vault } from '@quittance/event-store';
import type { Pool } from 'pg';
import { AccountsReadSide } from '../../spec/accounts-read-side.js';
import { Log } from '../../spec/accounts.js';
import { erased, openedFor, owners } from '../../spec/owners.js';
import { ReadModel } from '../read-model.js';
import { rebuild } from './rebuild.js';

describe('a rebuild after an older copy of the keys was brought back', () => {
  let side: AccountsReadSide;
  let pool: Pool;
  beforeAll(async () => {
    side = await AccountsReadSide.start([owners]);
    ({ pool } = side);
  });
  afterAll(() => side.stop());

  it('shows nothing of who was erased since, however far the erasure lies from what it erases', async () => {
    const log = new Log();
    const vault = new Vault(pool);
    log.add(await openedFor(vault, 'a', 'Ludmilla'));
    for (let i = 0; i < 400; i += 1) log.add(await openedFor(vault, `of-${i}`, 'Bertram'));
    const { rows: keys } = await pool.query<{ key: Buffer }>(
      `select key from vault.keys where subject = 'person-a'`,
    );
    log.add(erased('a'));
    const options = { pool, projections: [owners], knows: () => true };
    await (await ReadModel.open({ ...options, opener: vault })).project(log.facts);
    const owned = async (): Promise<unknown> =>
      (await pool.query(`select owner, count(*)::int from live.accounts group by 1 order by 1`)).rows;
    const expected = [
      { owner: '', count: 1 },
      { owner: 'Bertram', count: 400 },
    ];
    expect(await owned()).toEqual(expected);

    await pool.query(`update vault.keys set key = $1, erased_at = null where subject = 'person-a'`, [
      keys[0]!.key,
    ]);
    await rebuild({ ...options, opener: new Vault(pool) });
    expect(await owned()).toEqual(expected);
    expect((await pool.query(`select from vault.keys where key is null`)).rowCount).toBe(1);
  });
});
