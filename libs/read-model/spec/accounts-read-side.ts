import type { Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../test/support/stores.js';
import { openDatabase } from '@quittance/process';
import type { AnyProjection } from '../src/projection.js';
import { ReadModel } from '../src/read-model.js';
import { dropOld } from '../src/rebuild/drop-old.js';
import { Log, balances, emptied, moved, movements, opened } from './accounts.js';

export const projections = [balances, movements];

/** The tables of the accounts in a database of their own. Start it once a file, call `stop` in `afterAll`. */
export class AccountsReadSide {
  private constructor(
    private readonly stores: TestDatabases,
    readonly pool: Pool,
  ) {}

  static async start(made: readonly AnyProjection[] = projections): Promise<AccountsReadSide> {
    const stores = await startTestDatabases(made);
    return new AccountsReadSide(stores, openDatabase(stores.databaseUrl, { max: 8 }));
  }

  get databaseUrl(): string {
    return this.stores.databaseUrl;
  }

  /** As it was at the start: also what rebuilds left is gone. */
  async empty(): Promise<void> {
    await emptied(this.pool);
    await dropOld(this.pool);
  }

  model(): Promise<ReadModel> {
    return ReadModel.open({ pool: this.pool, projections });
  }

  async projected(log: Log): Promise<void> {
    await (await this.model()).project(log.facts);
  }

  /** Resolves once a session waits for rows or tables that another one holds. */
  async heldUp(): Promise<void> {
    const waiting = `select from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock' and wait_event <> 'advisory'`;
    while ((await this.pool.query(waiting)).rowCount === 0);
  }

  /** What rebuilds have made and left. */
  async schemas(): Promise<string[]> {
    const { rows } = await this.pool.query<{ name: string }>(
      `select nspname as name from pg_namespace where nspname ~ '^(rebuild|retired)_' order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  async stop(): Promise<void> {
    await this.pool.end();
    await this.stores.stop();
  }
}

/** Three accounts with a name that is hard to write, each moved twenty times. */
export function history(): Log {
  const log = new Log();
  for (const name of ['a', 'b', 'c']) log.add(opened(name, `O'Brien\t"x" \\ {null}\n`));
  for (let i = 0; i < 60; i += 1) log.add(moved(['a', 'b', 'c'][i % 3]!, i % 7));
  return log;
}
