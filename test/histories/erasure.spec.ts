import { Vault, verifyChain } from '@quittance/event-store';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { PROJECTIONS } from '@quittance/receivables';
import type { Pool } from 'pg';
import { startTestDatabases, type TestDatabases } from '../support/stores.js';
import { recordedHistory } from './recorded-history.js';

// A customer who was erased, as the release that first could do it wrote the facts: their keys are gone for ever.

const { facts, balances } = recordedHistory<{ invoices: object[]; customers: object[] }>('erasure');

describe('a history with an erased customer', () => {
  let stores: TestDatabases;
  let pool: Pool;
  beforeAll(async () => {
    stores = await startTestDatabases(PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 2 });
  });
  afterAll(async () => {
    await pool?.end();
    await stores?.stop();
  });

  it.each([...new Set(facts.map(({ stream }) => stream))])('links in %s', async (stream) => {
    await expect(verifyChain(facts.filter((fact) => fact.stream === stream))).resolves.toBeDefined();
  });

  it('projects to its balances, with nothing personal, one fact at a time or all at once', async () => {
    const readModel = await ReadModel.open({ pool, projections: PROJECTIONS, opener: new Vault(pool) });
    for (const fact of facts.slice(0, 5)) await readModel.project([fact]);
    expect(await readModel.project(facts)).toMatchObject({ erased: 1, skipped: 5, parked: [] });
    const rows = async (sql: string): Promise<object[]> => (await pool.query<object>(sql)).rows;
    expect(await rows('select number, open::text, paid::text, notes from live.invoices')).toEqual(
      balances.invoices,
    );
    expect(await rows('select id, name, email from live.customers')).toEqual(balances.customers);
    expect(await rows('select erased_at is not null as erased from vault.keys where key is null')).toEqual([
      { erased: true },
    ]);
  });
});
