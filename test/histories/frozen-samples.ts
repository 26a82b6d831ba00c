import { basename } from 'node:path';
import { Vault, verifyChain } from '@quittance/event-store';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { PROJECTIONS } from '@quittance/receivables';
import { startTestDatabases } from '../support/stores.js';
import { putKeys, recordedHistory } from './recorded-history.js';

/**
 * Facts as the release that first recorded them wrote them: they link, and project as on the day they were written.
 * @param asked what each balance is read by; @param must the balances, where they are not in the file itself
 */
export function samplesProject(
  path: string,
  asked: Readonly<Record<string, string>>,
  must?: Readonly<Record<string, object[]>>,
): void {
  it(`facts of ${basename(path)} link, and project as on the day they were written`, async () => {
    const history = recordedHistory<Record<string, object[]>>(path);
    const { facts, balances } = history;
    for (const stream of new Set(facts.map((fact) => fact.stream)))
      await expect(verifyChain(facts.filter((fact) => fact.stream === stream))).resolves.toBeDefined();
    const stores = await startTestDatabases(PROJECTIONS);
    const pool = openDatabase(stores.databaseUrl, { max: 2 });
    try {
      await putKeys(pool, history);
      const readModel = await ReadModel.open({ pool, projections: PROJECTIONS, opener: new Vault(pool) });
      expect(await readModel.project(facts)).toMatchObject({ facts: facts.length, parked: [] });
      const rows: Record<string, object[]> = {};
      for (const [name, sql] of Object.entries(asked)) ({ rows: rows[name] } = await pool.query<object>(sql));
      expect(rows).toEqual(must ?? balances);
    } finally {
      await pool.end();
      await stores.stop();
    }
  });
}
