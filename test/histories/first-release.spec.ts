import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RecordedFact, Vault, verifyChain } from '@quittance/event-store';
import { migrate, openDatabase, ReadModel } from '@quittance/read-model';
import { isFactType, PROJECTIONS, ROUTES } from '@quittance/receivables';
import { evolve } from '@quittance/kernel';
import type { Pool } from 'pg';
import { startTestDatabases, type TestDatabases } from '../support/stores.js';

// Facts as the first release wrote them, one of every type, with the keys of their personal data and the balances of
// that day. They must fold, project and verify like this for ever: add a new history, never change this one.

interface History {
  keys: { subject: string; key: string }[];
  facts: (Omit<RecordedFact, 'revision' | 'position' | 'recordedAt'> & {
    revision: string;
    position: { commit: string; prepare: string };
    recordedAt: string;
  })[];
  balances: { invoices: object[]; payments: object[] };
}

const history = JSON.parse(readFileSync(join(__dirname, 'first-release.json'), 'utf8')) as History;
const facts: RecordedFact[] = history.facts.map((fact) => ({
  ...fact,
  revision: BigInt(fact.revision),
  position: { commit: BigInt(fact.position.commit), prepare: BigInt(fact.position.prepare) },
  recordedAt: new Date(fact.recordedAt),
}));

const byStream = new Map<string, RecordedFact[]>();
for (const fact of facts) byStream.set(fact.stream, [...(byStream.get(fact.stream) ?? []), fact]);

describe('facts of the first release', () => {
  let stores: TestDatabases;
  let pool: Pool;
  beforeAll(async () => {
    stores = await startTestDatabases();
    await migrate(stores.databaseUrl, PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 2 });
    for (const { subject, key } of history.keys) {
      await pool.query("insert into vault.keys (subject, key) values ($1, decode($2, 'base64'))", [
        subject,
        key,
      ]);
    }
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
    const opened = await new Vault(pool).openAll(facts.filter(({ stream }) => stream.startsWith('invoice-')));
    const { decider } = ROUTES.find(({ command }) => command.name === 'IssueInvoice')!;
    const states = new Map<string, unknown>();
    for (const fact of opened) {
      const state = states.has(fact.stream) ? states.get(fact.stream) : decider.initial;
      states.set(fact.stream, evolve(decider.evolve, state, fact));
    }
    expect([...states.values()]).toMatchObject([
      { number: 'A-1', open: '72.00' },
      { number: 'A-2', open: '122.00' },
      { number: 'B-1', open: '0.00' },
    ]);
  });

  it('project to the balances of that day', async () => {
    const readModel = await ReadModel.open({ pool, projections: PROJECTIONS, opener: new Vault(pool) });
    expect(await readModel.project(facts)).toMatchObject({ facts: facts.length, parked: [] });
    const rows = async (sql: string): Promise<object[]> => (await pool.query<object>(sql)).rows;
    expect(
      await rows(`select number, open::text, paid::text, agreed_due_on, owner_id, notes, approved_by
                    from live.invoices order by number`),
    ).toEqual(history.balances.invoices);
    expect(
      await rows(`select received_on, received::text, allocated::text, pending::text, unapplied::text, customer_id,
                    reference from live.payments order by received_on`),
    ).toEqual(history.balances.payments);
    expect(await rows('select sentence from live.audit_trail')).toHaveLength(facts.length);
  });
});
