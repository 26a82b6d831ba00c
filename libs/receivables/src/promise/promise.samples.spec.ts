import { join } from 'node:path';
import { Vault, verifyChain } from '@quittance/event-store';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { PROJECTIONS } from '../features.js';
import { startTestDatabases } from '../../../../test/support/stores.js';
import { putKeys, recordedHistory } from '../../../../test/histories/recorded-history.js';

// Promises, as the release that first recorded them wrote the facts.

const history = recordedHistory<{ promises: object[] }>(join(__dirname, 'promise.samples.json'));
const { facts, balances } = history;

it('a history with promises links, and projects as on the day it was written', async () => {
  for (const stream of new Set(facts.map((fact) => fact.stream)))
    await expect(verifyChain(facts.filter((fact) => fact.stream === stream))).resolves.toBeDefined();
  const stores = await startTestDatabases(PROJECTIONS);
  const pool = openDatabase(stores.databaseUrl, { max: 2 });
  try {
    await putKeys(pool, history);
    const readModel = await ReadModel.open({ pool, projections: PROJECTIONS, opener: new Vault(pool) });
    expect(await readModel.project(facts)).toMatchObject({ parked: [] });
    const { rows } = await pool.query<object>(
      `select number, amount::text, promised_on::text, made_on::text, made_by, reason, withdrawn_on::text,
              withdrawal from live.promises order by issued_at`,
    );
    expect(rows).toEqual(balances.promises);
  } finally {
    await pool.end();
    await stores.stop();
  }
});
