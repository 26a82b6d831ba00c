import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../test/support/stores.js';
import { balances } from '../spec/accounts.js';
import { openDatabase, transaction } from '@quittance/process';
import { tidyErasures } from './erasures.js';

describe('the files of emptied tables', () => {
  let stores: TestDatabases;
  let pool: Pool;
  let admin: Client;
  beforeAll(async () => {
    stores = await startTestDatabases([balances]);
    pool = openDatabase(stores.databaseUrl, { max: 4 });
    admin = new Client({ connectionString: stores.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await pool.end();
    await stores.stop();
  });

  const NAME = 'Ludmilla Featherstonehaugh';
  const inFile = async (): Promise<boolean> => {
    await admin.query('checkpoint');
    const { rows } = await admin.query<{ path: string }>(
      "select current_setting('data_directory') || '/' || pg_relation_filepath('live.accounts') as path",
    );
    return readFileSync(join(rows[0]!.path)).includes(NAME);
  };
  const emptied = (): Promise<unknown> =>
    transaction(pool, async (sql) => {
      await sql.query("update live.accounts set owner = ''");
      await sql.query(
        `insert into projector.erasures (subject, position, emptied) values ('account-a', 1, '{"accounts": 1}')`,
      );
    });

  /** As the projector does: PostgreSQL itself may look back for a moment, when it analyses a table on its own. */
  const tidied = async (): Promise<number> => {
    for (;;) {
      try {
        return await tidyErasures(pool);
      } catch (error) {
        if ((error as Error).name !== 'OlderTransactionError') throw error;
      }
    }
  };

  it('are not said to be rewritten while a transaction is open that began before', async () => {
    await pool.query(
      `insert into live.accounts (account, owner, balance, marks, position) values ('a', $1, 0, '{}', 1)`,
      [NAME],
    );
    const older = await pool.connect();
    await older.query('begin');
    // It has written, and looks at nothing now: no snapshot of it is to be seen.
    await older.query('select pg_current_xact_id()');
    await emptied();
    await expect(tidyErasures(pool)).rejects.toThrow('an older transaction is still open');
    expect(await inFile()).toBe(true);
    await older.query('rollback');
    older.release();
    expect(await tidied()).toBe(1);
    expect(await inFile()).toBe(false);
    expect(await tidyErasures(pool)).toBe(0);
  });
});
