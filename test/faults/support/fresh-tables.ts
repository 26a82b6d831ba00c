import type { RecordedFact, Vault } from '@quittance/event-store';
import { type AnyTable, ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { PROJECTIONS } from '@quittance/receivables';
import { Client } from 'pg';
import { startTestDatabases } from '../../support/stores.js';
import { rowsOf, type Texts } from './table-rows.js';

/** All tables made again from nothing, in a database of their own. */
export class FreshTables {
  private constructor(
    private readonly model: ReadModel,
    private readonly sql: Client,
    /** Drops them. */
    readonly drop: () => Promise<void>,
  ) {}

  /** @param opener holds the keys of personal data: those of the live database */
  static async make(opener: Vault, knows: (type: string) => boolean): Promise<FreshTables> {
    const databases = await startTestDatabases(PROJECTIONS);
    const pool = openDatabase(databases.databaseUrl, { max: 2 });
    const model = await ReadModel.open({ pool, projections: PROJECTIONS, opener, knows });
    const sql = new Client({ connectionString: databases.databaseUrl });
    await sql.connect();
    return new FreshTables(model, sql, async () => {
      await Promise.all([pool.end(), sql.end()]);
      await databases.stop();
    });
  }

  async project(facts: readonly RecordedFact[]): Promise<void> {
    await this.model.project(facts);
  }

  rows(table: AnyTable): Promise<Map<string, Texts>> {
    return rowsOf(this.sql, table);
  }
}
