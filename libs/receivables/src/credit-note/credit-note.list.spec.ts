import { randomUUID } from 'node:crypto';
import { openDatabase } from '@quittance/process';
import { ReadModel } from '@quittance/read-model';
import type { Pool } from 'pg';
import { startTestDatabases, type TestDatabases } from '../../../../test/support/stores.js';
import { History } from '../../spec/history.js';
import { type Response, startReading } from '../../spec/reading.js';
import { PROJECTIONS } from '../features.js';

describe('credit notes by the invoice that a part of them is meant for', () => {
  let stores: TestDatabases;
  let pool: Pool;
  let app: Awaited<ReturnType<typeof startReading>>['app'];
  let get: (url: string) => Promise<Response>;
  let invoiceId: string;
  let beforeRequests: string;
  const [applied, waiting] = [randomUUID(), randomUUID()];

  beforeAll(async () => {
    stores = await startTestDatabases(PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 2 });
    ({ app, get } = await startReading(pool, { now: () => new Date(), today: () => '2026-06-30' }));
    const history = new History();
    const invoice = history.issue('R-1', '100.00', { issuedOn: '2026-03-01', dueOn: '2026-03-31' }, 'C-1');
    invoiceId = invoice.id;
    const named = (creditNoteId: string) => ({
      ...{ creditNoteId, creditNumber: creditNoteId === applied ? 'CN-1' : 'CN-2', customerId: 'C-1' },
      currency: 'EUR',
    });
    for (const id of [applied, waiting])
      history.add(`credit-note-${id}`, 'CreditNoteIssued', {
        ...{ ...named(id), issuedOn: '2026-03-10', total: '50.00', reasonCode: 'quality' },
        ...{ corrects: [], applications: [], personal: { subject: 'customer-C-1', reason: 'Broken.' } },
      });
    beforeRequests = history.facts.at(-1)!.recordedAt.toISOString();
    const part = (id: string, requestedOn: string) => {
      const application = { applicationId: randomUUID(), invoiceId, number: 'R-1', amount: '20.00' };
      const data = { ...named(id), requestedOn, applications: [application] };
      history.add(`credit-note-${id}`, 'CreditRequested', data);
      return application;
    };
    part(waiting, '2026-05-01');
    const { applicationId } = part(applied, '2026-04-01');
    history.add(`invoice-${invoiceId}`, 'CreditApplied', {
      ...{ ...named(applied), invoiceId, number: 'R-1', applicationId, requested: '20.00' },
      ...{ applied: '20.00', open: '80.00', appliedOn: '2026-04-01' },
    });
    // What came last is known once more comes.
    history.issue('R-2', '1.00', { issuedOn: '2026-03-01', dueOn: '2026-03-31' }, 'C-1');
    const model = await ReadModel.open({ pool, projections: PROJECTIONS });
    expect(await model.project(history.facts)).toMatchObject({ parked: [] });
  });
  afterAll(async () => {
    await app.close();
    await pool.end();
    await stores.stop();
  });

  const items = async (query: string): Promise<unknown[]> =>
    (await get(`/v1/credit-notes?sort=number${query}`)).body.items.map(({ number, pending }) => [
      number,
      pending,
    ]);
  const APPLIED = ['CN-1', '0.00'];
  const WAITING = ['CN-2', '20.00'];

  it('are found as it stands, and from the day that the part counts from', async () => {
    const of = `&appliedTo=${invoiceId}`;
    expect(await items(of)).toEqual([APPLIED, WAITING]);
    expect(await items(`${of}&asOf=2026-03-31`)).toEqual([]);
    expect(await items(`${of}&asOf=2026-04-30`)).toEqual([APPLIED]);
    expect(await items(`${of}&asOf=2026-05-01`)).toEqual([APPLIED, WAITING]);
  });

  it('are not found as known before the part was asked for', async () => {
    expect(await items(`&appliedTo=${invoiceId}&knownAt=${beforeRequests}`)).toEqual([]);
    expect(await items(`&knownAt=${beforeRequests}`)).toHaveLength(2);
  });

  it('have nothing pending before the day that it is meant for', async () => {
    expect(await items('&asOf=2026-04-30')).toEqual([APPLIED, ['CN-2', '0.00']]);
  });

  it('show their latest 500 parts and refunds, oldest first', async () => {
    const at = (table: string, on: string, more: string, given: string) =>
      pool.query(
        `insert into live.${table} (id, credit_note_id, currency, ${on}, ${more})
         select gen_random_uuid(), '${waiting}', 'EUR', '2026-05-02', ${given}, now() from generate_series(1, 500) n`,
      );
    const asked = 'invoice_id, number, requested, status, requested_at, requested_stated_at';
    const part = `'${invoiceId}', 'R-' || n, 1, 'pending', 1000 + n`;
    await at('credit_applications', 'requested_on', asked, part);
    await at(
      'credit_refunds',
      'refunded_on',
      'amount, method, position, stated_at',
      `1, 'M-' || n, 1000 + n`,
    );
    const { body } = await get(`/v1/credit-notes/${waiting}`);
    const shown = (list: unknown, name: string): unknown[] =>
      (list as Record<string, string>[]).map((each) => each[name]);
    const latest = (prefix: string): string[] =>
      Array.from({ length: 500 }, (_none, i) => `${prefix}-${i + 1}`);
    expect(shown(body.applications, 'number')).toEqual(latest('R'));
    expect(shown(body.refunds, 'method')).toEqual(latest('M'));
  });
});
