import type { Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../../test/support/stores.js';
import { Log, balances, emptied, moved, movements, opened, tables } from '../../spec/accounts.js';
import { openDatabase } from '../database.js';
import { migrate } from '../migrate.js';
import { ReadModel } from '../read-model.js';
import { rebuild } from './rebuild.js';

describe('a rebuild', () => {
  let stores: TestDatabases;
  let pool: Pool;
  const projections = [balances, movements];

  beforeAll(async () => {
    stores = await startTestDatabases();
    await migrate(stores.databaseUrl, projections);
    pool = openDatabase(stores.databaseUrl, { max: 8 });
  });
  beforeEach(() => emptied(pool));
  afterAll(async () => {
    await pool.end();
    await stores.stop();
  });

  const history = (): Log => {
    const log = new Log();
    for (const name of ['a', 'b', 'c']) log.add(opened(name, `O'Brien\t"x" \\ {null}\n`));
    for (let i = 0; i < 60; i += 1) log.add(moved(['a', 'b', 'c'][i % 3]!, i % 7));
    return log;
  };

  it('leaves the same tables as projecting did', async () => {
    const { facts } = history();
    await (await ReadModel.open({ pool, projections })).project(facts);
    const before = await tables(pool);
    const rebuilt = await rebuild({ pool, projections });
    expect(rebuilt).toMatchObject({ swapped: true, facts: facts.length, parked: [] });
    expect(await tables(pool)).toEqual(before);
  });
});
