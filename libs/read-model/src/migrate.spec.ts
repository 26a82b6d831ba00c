import type { Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../test/support/stores.js';
import { balances, movements } from '../spec/accounts.js';
import { openDatabase } from '@quittance/process';
import { migrate } from './migrate.js';

describe('migrate', () => {
  let stores: TestDatabases;
  let pool: Pool;
  beforeAll(async () => {
    stores = await startTestDatabases();
    pool = openDatabase(stores.databaseUrl, { max: 1 });
  });
  afterAll(async () => {
    await pool.end();
    await stores.stop();
  });

  it('makes schemas and tables once, however many processes start at the same moment', async () => {
    const all = await Promise.all([1, 2, 3].map(() => migrate(stores.databaseUrl, [balances, movements])));
    expect(all.map(({ created }) => created.length).sort()).toEqual([0, 0, 2]);
    expect(await migrate(stores.databaseUrl, [balances, movements])).toEqual({ created: [], changed: [] });
  });

  it('says in the database what tables and columns mean, and which hold personal data', async () => {
    const { rows } = await pool.query(`
      select obj_description('live.accounts'::regclass) as "table", col_description('live.accounts'::regclass, 2) as owner`);
    expect(rows).toEqual([
      { table: "Accounts' balances", owner: 'Who. Personal data: emptied when the person is erased' },
    ]);
  });

  it('adds the tables of a new projection, and names one that changed since its tables were made', async () => {
    const other = { ...movements, name: 'others', tables: [{ ...movements.tables[0]!, name: 'others' }] };
    const changed = { ...balances, on: { Opened: balances.on.Opened } };
    const found = await migrate(stores.databaseUrl, [changed, movements, other]);
    expect(found).toEqual({ created: ['others'], changed: ['balances'] });
    const { rows } = await pool.query('select name, tables from projector.projections order by name');
    expect(rows).toEqual([
      { name: 'balances', tables: ['accounts'] },
      { name: 'movements', tables: ['moves'] },
      { name: 'others', tables: ['others'] },
    ]);
  });
});
