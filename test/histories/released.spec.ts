import { Vault, verifyChain } from '@quittance/event-store';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { PROJECTIONS } from '@quittance/receivables';
import { startTestDatabases } from '../support/stores.js';
import { recordedHistory } from './recorded-history.js';

// Who let parked streams go on, as the release that first recorded it wrote the fact.

const { facts, balances } = recordedHistory<{ trail: object[] }>('released');

describe('a history with a release of parked streams', () => {
  it('links, and is told in the audit trail', async () => {
    for (const stream of new Set(facts.map((fact) => fact.stream))) {
      await expect(verifyChain(facts.filter((fact) => fact.stream === stream))).resolves.toBeDefined();
    }
    const stores = await startTestDatabases(PROJECTIONS);
    const pool = openDatabase(stores.databaseUrl, { max: 2 });
    try {
      const readModel = await ReadModel.open({ pool, projections: PROJECTIONS, opener: new Vault(pool) });
      expect(await readModel.project(facts)).toMatchObject({ parked: [] });
      const { rows } = await pool.query<object>(
        'select actor, sentence, reason from live.audit_trail order by position',
      );
      expect(rows).toEqual(balances.trail);
    } finally {
      await pool.end();
      await stores.stop();
    }
  });
});
