import type { Pool } from 'pg';
import { AccountsReadSide, projections } from '../spec/accounts-read-side.js';
import { Log, balances, moved, movements, opened, tables } from '../spec/accounts.js';
import { migrate } from './migrate.js';
import { ReadModel } from './read-model.js';
import { changedProjections } from './rebuild/changed.js';
import { rebuildChanged } from './rebuild/rebuild-changed.js';

describe('a projection that the release at work does not know', () => {
  let side: AccountsReadSide;
  let pool: Pool;
  let log: Log;

  beforeAll(async () => {
    side = await AccountsReadSide.start();
    ({ pool } = side);
  });
  beforeEach(async () => {
    await rebuildChanged({ pool, projections });
    await side.empty();
    log = new Log();
    log.add(opened('a'));
    log.add(moved('a', 3));
    await side.projected(log);
  });
  afterAll(() => side.stop());

  /** The release before `movements`, as its process starts. */
  const former = async (): Promise<ReadModel> => {
    await migrate(side.databaseUrl, [balances]);
    expect(await rebuildChanged({ pool, projections: [balances] })).toBeUndefined();
    return ReadModel.open({ pool, projections: [balances] });
  };
  const versions = async (): Promise<unknown> =>
    (await pool.query('select name, version from projector.projections order by name')).rows;
  const moves = async (): Promise<number> => (await tables(pool)).moves!.length;

  it('is rebuilt from all facts when its own release is back', async () => {
    await (await former()).project([log.add(moved('a', 4))]);
    expect(await moves()).toBe(1);
    expect(await migrate(side.databaseUrl, projections)).toEqual({ created: [], changed: ['movements'] });
    expect(await rebuildChanged({ pool, projections })).toMatchObject({ swapped: true });
    await (await side.model()).project([log.add(moved('a', 5))]);
    expect(await moves()).toBe(3);
  });

  it('stays as it is while nothing but heartbeats is projected without it', async () => {
    const before = await versions();
    await (await former()).project([log.beat()]);
    expect(await versions()).toEqual(before);
  });

  it('has no parked streams meanwhile: none could go on', async () => {
    await pool.query(`insert into projector.parked (projection, stream, revision, position, type, error)
      values ('movements', 'account-a', 1, 20, 'Moved', ''), ('balances', 'account-b', 0, 30, 'Opened', '')`);
    await (await former()).project([log.add(moved('a', 4))]);
    expect((await tables(pool)).parked).toMatchObject([{ projection: 'balances' }]);
  });

  it('ends the projector of its own release that would go on without what was projected meanwhile', async () => {
    const late = log.add(opened('b'));
    const own = await side.model();
    await own.project([log.add(moved('a', 4))]);
    await (await former()).project([late]);
    const before = await tables(pool);
    await expect(own.project([log.add(moved('a', 5))])).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('the tables of movements') as string,
    });
    expect(await tables(pool)).toEqual(before);
  });

  it('that is given up for good stops nothing', async () => {
    for (const by of [4, 5]) await (await former()).project([log.add(moved('a', by))]);
    expect(await migrate(side.databaseUrl, [balances])).toEqual({ created: [], changed: [] });
    expect((await tables(pool)).accounts).toMatchObject([{ balance: '12' }]);
  });

  it('is unbuilt from the beginning when facts are projected while its tables are made', async () => {
    await side.empty();
    await pool.query(`drop table live.moves; delete from projector.projections where name = 'movements'`);
    const projecting = await pool.connect();
    await projecting.query('begin; update projector.state set facts = 1');
    const migrating = migrate(side.databaseUrl, projections);
    await Promise.race([migrating, side.heldUp()]);
    await projecting.query('commit');
    projecting.release();
    expect(await migrating).toEqual({ created: ['movements'], changed: ['movements'] });
    expect(await changedProjections(pool, projections)).toEqual([movements]);
  });
});
