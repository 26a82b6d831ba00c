import { type RecordedFact, Vault } from '@quittance/event-store';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import type { Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../../test/support/stores.js';
import { History } from '../../spec/history.js';
import { PROJECTIONS } from '../features.js';

describe('the audit trail', () => {
  let stores: TestDatabases;
  let pool: Pool;
  beforeAll(async () => {
    stores = await startTestDatabases(PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 3 });
  });
  afterAll(async () => {
    await pool.end();
    await stores.stop();
  });

  const trail = async () =>
    (
      await pool.query<{ sentence: string; reason: string | null }>(
        'select sentence, reason from live.audit_trail order by position',
      )
    ).rows;
  const project = async (facts: RecordedFact[]): Promise<void> => {
    const model = await ReadModel.open({ pool, projections: PROJECTIONS, opener: new Vault(pool) });
    expect((await model.project(facts)).parked).toEqual([]);
  };

  it('shows personal data in plain text while the mirror keeps what was stored, and nothing of it once erased', async () => {
    const history = new History();
    const subject = 'customer-1';
    history.add(subject, 'CustomerRegistered', {
      customerId: 'ACME',
      registeredOn: '2026-01-01',
      personal: { subject, name: 'Ada Secretary' },
    });
    const invoice = history.issue('A', '10.00', { issuedOn: '2026-01-01', dueOn: '2026-01-31' }, '1');
    history.extend(invoice, '2026-02-28', '2026-01-20');
    const vault = new Vault(pool);
    const sealed: RecordedFact[] = [];
    for (const fact of history.facts) sealed.push({ ...fact, data: await vault.seal(fact.data) });
    await project(sealed);
    expect(await trail()).toEqual([
      {
        sentence: expect.stringMatching(/^anna registered customer ACME as Ada Secretary/) as string,
        reason: null,
      },
      { sentence: expect.stringMatching(/^anna issued invoice A /) as string, reason: null },
      {
        sentence: expect.stringMatching(/from 2026-01-31 to 2026-02-28/) as string,
        reason: 'Asked for time',
      },
    ]);
    const { rows: mirror } = await pool.query<{ log: string }>(
      'select string_agg(data::text || metadata::text, $1) as log from mirror.facts',
      [''],
    );
    expect(mirror[0]!.log).not.toMatch(/Secretary|Asked/);
    expect(mirror[0]!.log).toMatch(/sealed/);

    await vault.erase(subject);
    await pool.query('delete from mirror.facts; delete from projector.streams; delete from live.audit_trail');
    await pool.query('delete from projector.state; insert into projector.state default values');
    await project(sealed);
    expect((await trail())[0]!.sentence).toMatch(/^anna registered customer ACME as \(erased\)/);
    expect((await trail())[2]!.reason).toBe('(erased)');
    const { rows: customers } = await pool.query('select name from live.customers');
    expect(customers).toEqual([{ name: null }]);
  });

  it('names who acted and what the fact is about, so that it can be asked by actor, invoice, payment or customer', async () => {
    const history = new History();
    const invoice = history.issue('B', '10.00', { issuedOn: '2026-01-01', dueOn: '2026-01-31' }, 'C7');
    const paymentId = history.pay('4.00', '2026-01-02', [{ invoice, amount: '4.00' }], 'C8');
    await pool.query('delete from mirror.facts; delete from projector.streams; delete from live.audit_trail');
    await pool.query('delete from projector.state; insert into projector.state default values');
    await project(history.facts);
    const { rows } = await pool.query(
      'select type, actor, invoice_id, payment_id, customer_id, effective_on, revision from live.audit_trail order by position',
    );
    const common = { actor: 'anna', effective_on: '2026-01-02' };
    expect(rows).toEqual([
      {
        ...common,
        type: 'InvoiceIssued',
        invoice_id: invoice.id,
        payment_id: null,
        customer_id: 'C7',
        effective_on: '2026-01-01',
        revision: 0n,
      },
      {
        ...common,
        type: 'PaymentReceived',
        invoice_id: null,
        payment_id: paymentId,
        customer_id: 'C8',
        revision: 0n,
      },
      {
        ...common,
        type: 'PaymentApplied',
        invoice_id: invoice.id,
        payment_id: paymentId,
        customer_id: 'C7',
        revision: 1n,
      },
    ]);
  });
});
