import { contentHash } from '@quittance/reading';
import { idOf, Ledger } from '../../spec/ledger.js';
import { fiveInvoices } from '../../spec/five-invoices.js';
import { type Response, startReading } from '../../spec/reading.js';

describe('one invoice over HTTP', () => {
  let ledger: Ledger;
  let reading: Awaited<ReturnType<typeof startReading>>;
  let get: (url: string, headers?: Record<string, string>) => Promise<Response>;
  let beforePayment: Date;

  beforeAll(async () => {
    ledger = await Ledger.open();
    reading = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' });
    get = reading.get;
    beforePayment = await fiveInvoices(ledger);
  });
  afterAll(async () => {
    await reading.app.close();
    await ledger.close();
  });

  it('comes with payments, extensions, owners and the reasons; ETag is its revision', async () => {
    const { status, headers, body } = await get(`/v1/invoices/${idOf('2026-3')}`);
    expect([status, headers.etag]).toEqual([200, '"2"']);
    expect(body).toMatchObject({
      dueOn: '2026-05-01',
      agreedDueOn: '2026-07-31',
      extensions: [{ agreedDueOn: '2026-07-31', grantedOn: '2026-05-02', reason: 'harvest', actor: 'maria' }],
      owners: [{ ownerId: 'otto', assignedOn: '2026-05-03', reason: 'leave', actor: 'maria' }],
      payments: [],
    });
    const paid = await get(`/v1/invoices/${idOf('2026-4')}`);
    expect(paid.body).toMatchObject({
      settlement: 'settled',
      settledBy: { cash: '12.50' },
      timing: 'not-due',
      status: 'paid',
      holds: [],
      paid: '12.50',
      open: '0.00',
      payments: [{ paymentId: idOf('P'), requested: '12.50', applied: '12.50', status: 'applied' }],
    });
  });

  it('is shown as it was known then, without what came later', async () => {
    const url = `/v1/invoices/${idOf('2026-4')}?asOf=2026-06-30&knownAt=${beforePayment.toISOString()}`;
    const { body, headers } = await get(url);
    expect(body).toMatchObject({ open: '12.50', payments: [], knownAt: beforePayment.toISOString() });
    expect(headers.etag).toBeUndefined();
    expect(headers['quittance-content-hash']).toBe(contentHash(body));
    expect((await get(url)).text).toBe(JSON.stringify(body));
  });

  it.each([
    ['an unknown id', idOf('none')],
    ['what is no uuid', 'x'],
    ['SQL', encodeURIComponent(`'; drop table live.invoices; --`)],
    ['a slash', 'a%2Fb'],
    ['NUL', '%00'],
    ['a quote', '%22'],
    ['5,000 characters', '9'.repeat(5_000)],
    ['an emoji', '%F0%9F%92%A9'],
  ])('is not found under %s', async (_name, id) => {
    const { status, body } = await get(`/v1/invoices/${id}`);
    expect([status, body.code]).toEqual([404, 'not-found']);
  });

  it('has a history in words, newest last', async () => {
    const { body } = await get(`/v1/invoices/${idOf('2026-3')}/history`);
    expect(body.items).toMatchObject([
      { type: 'InvoiceIssued', actor: 'maria', effectiveOn: '2026-01-01' },
      { type: 'ExtensionGranted', reason: 'harvest' },
      { type: 'OwnerAssigned', reason: 'leave' },
    ]);
    for (const { sentence } of body.items) expect(sentence).toMatch(/^[^{}]{10,}$/);
    expect((await get(`/v1/invoices/${idOf('none')}/history`)).status).toBe(404);
  });

  it('says by kind all that settles it, and shows the latest 500 lines', async () => {
    await ledger.pool.query(
      `insert into live.ledger_lines (position, line, account, kind, currency, amount, effective_on, stated_at,
                                      invoice_id, settlement_line_id)
       select 100000 + n, 1, 'receivable', 'credit', 'EUR', -0.01, '2026-06-01', now(), $1, gen_random_uuid()
       from generate_series(1, 501) n`,
      [idOf('2026-4')],
    );
    const { body } = await get(`/v1/invoices/${idOf('2026-4')}`);
    expect(body.settledBy).toEqual({ cash: '12.50', credit: '5.01' });
    expect(body.settlements).toHaveLength(500);
  });

  it('has its history also while its list waits on a parked stream', async () => {
    await ledger.pool.query('delete from live.invoices where id = $1', [idOf('2026-3')]);
    expect((await get(`/v1/invoices/${idOf('2026-3')}/history`)).body.items).toHaveLength(3);
  });
});
