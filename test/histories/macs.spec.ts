import { MacJudge, macKey, Vault, verifyChain } from '@quittance/event-store';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { PROJECTIONS } from '@quittance/receivables';
import { startTestDatabases } from '../support/stores.js';
import { putKeys, type RecordedHistory, recordedHistory } from './recorded-history.js';

// Facts with MACs as the release that first gave them wrote them, with the key that made them.

const history = recordedHistory<never>('macs') as RecordedHistory<never> & {
  macKeys: { id: string; secret: string }[];
};
const { facts, macKeys } = history;

describe('a history with MACs', () => {
  it('verifies, by its chains and by the key of that day', async () => {
    for (const stream of new Set(facts.map((fact) => fact.stream)))
      await verifyChain(facts.filter((fact) => fact.stream === stream));
    const keys = macKeys.map(({ id, secret }) => [id, macKey(id, Buffer.from(secret, 'base64'))] as const);
    const judge = new MacJudge(new Map(keys));
    expect(facts.map((fact) => judge.of(fact))).toEqual(facts.map(() => 'right'));
  });

  it('projects, and its beginning of MACs is told in words', async () => {
    const stores = await startTestDatabases(PROJECTIONS);
    const pool = openDatabase(stores.databaseUrl, { max: 2 });
    await putKeys(pool, history);
    const readModel = await ReadModel.open({ pool, projections: PROJECTIONS, opener: new Vault(pool) });
    expect(await readModel.project(facts)).toMatchObject({ facts: facts.length, parked: [] });
    const { rows: open } = await pool.query('select open::text from live.invoices');
    const { rows: told } = await pool.query<{ sentence: string }>(
      "select sentence from live.audit_trail where type = 'MacBegun' and stream like 'log-heads-%'",
    );
    await pool.end();
    await stores.stop();
    expect(open).toEqual([{ open: '40.00' }]);
    expect(told).toHaveLength(1);
    expect(told[0]!.sentence).toMatch(/^Quittance began to give every fact a keyed MAC/);
  });
});
