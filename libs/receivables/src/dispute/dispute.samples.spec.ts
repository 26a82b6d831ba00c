import { join } from 'node:path';
import { Vault, verifyChain } from '@quittance/event-store';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { PROJECTIONS } from '../features.js';
import { startTestDatabases } from '../../../../test/support/stores.js';
import { putKeys, recordedHistory } from '../../../../test/histories/recorded-history.js';

// Disputes, as the release that first recorded them wrote the facts.

const history = recordedHistory<{ disputes: object[]; lines: object[] }>(
  join(__dirname, 'dispute.samples.json'),
);
const { facts, balances } = history;

it('a history with disputes links, and projects as on the day it was written', async () => {
  for (const stream of new Set(facts.map((fact) => fact.stream)))
    await expect(verifyChain(facts.filter((fact) => fact.stream === stream))).resolves.toBeDefined();
  const stores = await startTestDatabases(PROJECTIONS);
  const pool = openDatabase(stores.databaseUrl, { max: 2 });
  try {
    await putKeys(pool, history);
    const readModel = await ReadModel.open({ pool, projections: PROJECTIONS, opener: new Vault(pool) });
    expect(await readModel.project(facts)).toMatchObject({ parked: [] });
    const rows = async (sql: string) => (await pool.query<object>(sql)).rows;
    expect({
      disputes:
        await rows(`select amount::text, reason_code, reason, owner_id, answer_by::text, outcome, resolution
                            from live.disputes order by disputed_on`),
      lines: await rows(`select amount::text, effective_on::text from live.dispute_lines order by position`),
    }).toEqual(balances);
  } finally {
    await pool.end();
    await stores.stop();
  }
});
