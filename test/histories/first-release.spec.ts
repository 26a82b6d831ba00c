import { type RecordedFact, Vault, verifyChain } from '@quittance/event-store';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { isFactType, PROJECTIONS, ROUTES } from '@quittance/receivables';
import { evolve } from '@quittance/kernel';
import type { Pool } from 'pg';
import { startTestDatabases, type TestDatabases } from '../support/stores.js';
import { type Balances, balancesIn, putKeys, recordedHistory } from './recorded-history.js';

// Facts as the first release wrote them, one of every type, with the keys of their personal data and the balances of
// that day. They must fold, project and verify like this for ever: add a new history, never change this one.

const history = recordedHistory<Balances>('first-release');
const { facts } = history;
const byStream = new Map<string, RecordedFact[]>();
for (const fact of facts) byStream.set(fact.stream, [...(byStream.get(fact.stream) ?? []), fact]);

describe('facts of the first release', () => {
  let stores: TestDatabases;
  let pool: Pool;
  beforeAll(async () => {
    stores = await startTestDatabases(PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 2 });
    await putKeys(pool, history);
  });
  afterAll(async () => {
    await pool?.end();
    await stores?.stop();
  });

  it('are of types that this version knows', () => {
    expect(facts.filter(({ type }) => !isFactType(type))).toEqual([]);
  });

  it.each([...byStream.keys()])('link to each other in %s', async (stream) => {
    await expect(verifyChain(byStream.get(stream)!)).resolves.toBeDefined();
  });

  it('show a change of any byte', async () => {
    for (const fact of facts) {
      const changed = { ...fact, data: { ...fact.data, changed: true } };
      const stream = byStream.get(fact.stream)!.map((each) => (each === fact ? changed : each));
      await expect(verifyChain(stream)).rejects.toThrow(fact.stream);
    }
  });

  it('fold into the states that decisions rest on', async () => {
    const opened = await new Vault(pool).decryptAll(
      facts.filter(({ stream }) => stream.startsWith('invoice-')),
    );
    const { decider } = ROUTES.find(({ command }) => command.name === 'IssueInvoice')!;
    const states = new Map<string, unknown>();
    for (const fact of opened) {
      const state = states.has(fact.stream) ? states.get(fact.stream) : decider.initial;
      states.set(fact.stream, evolve(decider.evolve, state, fact));
    }
    expect([...states.values()]).toMatchObject([
      { issue: { number: 'A-1' }, settlement: { open: '72.00' } },
      { issue: { number: 'A-2' }, settlement: { open: '122.00' } },
      { issue: { number: 'B-1' }, settlement: { open: '0.00' } },
    ]);
  });

  it('project to the balances of that day', async () => {
    const readModel = await ReadModel.open({ pool, projections: PROJECTIONS, opener: new Vault(pool) });
    expect(await readModel.project(facts)).toMatchObject({ facts: facts.length, parked: [] });
    expect(await balancesIn(pool)).toEqual(history.balances);
    const sentences = await pool.query('select sentence from live.audit_trail');
    expect(sentences.rows).toHaveLength(facts.length);
  });
});
