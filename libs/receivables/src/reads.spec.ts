import { idOf, Ledger } from '../spec/ledger.js';
import { allocationIdOf } from './streams.js';
import { type Response, startReading } from '../spec/reading.js';

describe('reading customers, payments, people, the audit trail and the aging report over HTTP', () => {
  let ledger: Ledger;
  let app: Awaited<ReturnType<typeof startReading>>['app'];
  let get: (url: string, headers?: Record<string, string>) => Promise<Response>;
  let before: string;
  let between: string;
  const csv = { accept: 'text/csv' };
  const lines = ({ text }: Response): string[] => text.trim().split('\r\n');

  beforeAll(async () => {
    ledger = await Ledger.open();
    ({ app, get } = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' }));
    await ledger.person('otto', 'Otto Neri');
    await ledger.customer('A', 'Alfa', 'otto');
    await ledger.customer('B/"ü"', '-Beta');
    await ledger.issue('1', { customer: 'A', total: '100.00', dueOn: '2026-05-31' });
    await ledger.issue('2', { customer: 'A', total: '50', currency: 'JPY', dueOn: '2026-07-31' });
    await ledger.issue('3', { customer: 'B/"ü"', total: '30.00', dueOn: '2026-07-31' });
    before = (await ledger.beat()).toISOString();
    await ledger.receive('P', '60.00', '2026-06-01', { 1: '40.00' }, { payer: 'A' });
    between = (await ledger.beat()).toISOString();
    await ledger.settle('P', '1', '40.00', '2026-06-01', 'A');
    await ledger.receive('Q', '5.00', '2026-06-02');
    await ledger.beat();
  });
  afterAll(async () => {
    await app.close();
    await ledger.close();
  });

  describe('customers', () => {
    const euros = { open: '60.00', overdue: '60.00', unapplied: '20.00', pending: '0.00', balance: '40.00' };

    it('come with their balance per currency, of today', async () => {
      const { body } = await get('/v1/customers');
      expect(body.items).toMatchObject([
        {
          id: 'A',
          name: 'Alfa',
          ownerId: 'otto',
          balances: [
            { currency: 'EUR', ...euros },
            { currency: 'JPY', open: '50', overdue: '0', balance: '50' },
          ],
          revision: 0,
        },
        { id: 'B/"ü"', balances: [{ currency: 'EUR', open: '30.00', overdue: '0.00', balance: '30.00' }] },
      ]);
    });

    it('have the balance that was known then, and are not there before they were registered', async () => {
      const at = async (knownAt: string): Promise<unknown> =>
        (await get(`/v1/customers/A?asOf=2026-06-30&knownAt=${knownAt}`)).body.balances?.[0];
      expect(await at(before)).toMatchObject({ open: '100.00', unapplied: '0.00', pending: '0.00' });
      expect(await at(between)).toMatchObject({ open: '100.00', unapplied: '20.00', pending: '40.00' });
      expect((await get('/v1/customers/A?knownAt=2026-01-01T00:00:00Z')).status).toBe(404);
      expect((await get('/v1/customers?knownAt=2026-01-01T00:00:00Z')).body.items).toEqual([]);
    });

    it('are found under ids with quotes and slashes, and not under what cannot be one', async () => {
      const found = await get(`/v1/customers/${encodeURIComponent('B/"ü"')}`);
      expect([found.status, found.body.name, found.headers.etag]).toEqual([200, '-Beta', '"0"']);
      for (const id of ['none', '%00', '%0A', 'x'.repeat(5_000)]) {
        expect((await get(`/v1/customers/${id}`)).status).toBe(404);
      }
    });

    it('are as CSV a row a customer and currency', async () => {
      const rows = lines(await get('/v1/customers', csv));
      expect(rows[0]).toMatch(/,balanceCurrency,open,overdue,unapplied,pending,balance$/);
      expect(rows).toHaveLength(4);
      expect(rows[1]).toMatch(/^"A","Alfa",.*,EUR,60\.00,60\.00,20\.00,0\.00,40\.00$/);
      expect(rows[3]).toMatch(/^"B\/""ü""","'-Beta",/);
    });
  });

  describe('payments', () => {
    it('add up: received = allocated + pending + unapplied, now and as known before the invoice answered', async () => {
      const one = async (query = ''): Promise<Response> => get(`/v1/payments/${idOf('P')}${query}`);
      const now = await one();
      const sums = { received: '60.00', allocated: '40.00', pending: '0.00', unapplied: '20.00' };
      const names = { payerName: 'Alfa', customerName: 'Alfa' };
      expect(now.body).toMatchObject({ ...sums, ...names, revision: 0 });
      expect(now.headers.etag).toBe('"0"');
      expect(now.body.allocations).toEqual([
        {
          ...{ allocationId: allocationIdOf(idOf('P'), idOf('1')), invoiceId: idOf('1'), number: '1' },
          ...{ customerId: 'A', customerName: 'Alfa', requested: '40.00', applied: '40.00' },
          ...{ status: 'applied', code: null, appliedOn: '2026-06-01' },
        },
      ]);
      const then = await one(`?asOf=2026-06-30&knownAt=${between}`);
      const held = { allocated: '0.00', pending: '40.00', unapplied: '20.00' };
      expect(then.body).toMatchObject({ ...held, ...names });
      expect(then.body.allocations).toMatchObject([{ applied: '0.00', status: 'pending', appliedOn: null }]);
      expect((await one(`?knownAt=${before}`)).status).toBe(404);
      expect((await one('?asOf=2026-05-31')).status).toBe(404);
    });

    it('are listed newest first, filtered by any column or the invoice they were meant for', async () => {
      const ids = async (query: string): Promise<(string | undefined)[]> =>
        (await get(`/v1/payments?${query}`)).body.items.map(({ id }) => id);
      expect(await ids('')).toEqual([idOf('Q'), idOf('P')]);
      expect(await ids('sort=receivedOn')).toEqual([idOf('P'), idOf('Q')]);
      expect(await ids(`invoiceId=${idOf('1')}`)).toEqual([idOf('P')]);
      expect(await ids('unapplied=6.00..')).toEqual([idOf('P')]);
      expect(await ids('payerId=A')).toEqual([idOf('P')]);
      expect(await ids('customerName=Alfa')).toEqual([idOf('P')]);
      expect(await ids('asOf=2026-06-01')).toEqual([idOf('P')]);
      expect(lines(await get('/v1/payments', csv))).toHaveLength(3);
    });
  });

  it('people are listed with names, and found by id', async () => {
    const { body } = await get('/v1/people');
    expect(body.items).toMatchObject([{ id: 'otto', name: 'Otto Neri' }]);
    expect((await get('/v1/people/otto')).headers.etag).toBe('"0"');
    expect((await get('/v1/people/nobody')).status).toBe(404);
    expect((await get('/v1/people?asOf=2026-01-01')).status).toBe(422);
  });

  describe('the audit trail', () => {
    const types = async (query: string): Promise<(string | undefined)[]> => {
      const { status, body } = await get(`/v1/audit?${query}`);
      expect(status).toBe(200);
      return body.items.map(({ type }) => type);
    };

    it('has every fact in the order of the log, oldest first or last first', async () => {
      const all = await types('');
      expect(all).toHaveLength(9);
      expect(all.at(0)).toBe('PersonRegistered');
      expect(await types('sort=-position&limit=2')).toEqual(['PaymentReceived', 'PaymentApplied']);
      expect(lines(await get('/v1/audit', csv))).toHaveLength(10);
      expect(await types('position=..999999999999999999')).toHaveLength(9);
      expect(await types('position=10000000000..')).toEqual([]);
    });

    it('is cut by invoice (id or number), payment, customer, actor and type', async () => {
      expect(await types('invoice=1')).toEqual(['InvoiceIssued', 'PaymentApplied']);
      expect(await types(`invoice=${idOf('1')}`)).toEqual(['InvoiceIssued', 'PaymentApplied']);
      expect(await types('invoice=none')).toEqual([]);
      expect(await types(`payment=${idOf('P')}`)).toEqual(['PaymentReceived', 'PaymentApplied']);
      expect((await get('/v1/audit?payment=P')).status).toBe(422);
      expect(await types('customer=A&type=InvoiceIssued')).toEqual(['InvoiceIssued', 'InvoiceIssued']);
      expect(await types('actor=nobody')).toEqual([]);
      expect(await types('actor=maria')).toHaveLength(9);
    });

    it('is cut by recorded time: instants exactly, dates as whole days of the entity’s zone', async () => {
      const { body } = await get('/v1/audit');
      const at = body.items[3]!.recordedAt!;
      expect(await types(`from=${at}`)).toHaveLength(6);
      expect(await types(`to=${at}`)).toHaveLength(4);
      expect(await types('from=2026-06-01&to=2026-06-01')).toHaveLength(9);
      expect(await types('to=2026-05-31')).toEqual([]);
      expect((await get('/v1/audit?from=yesterday')).status).toBe(422);
      expect((await get('/v1/audit?invoice=%00')).status).toBe(422);
    });
  });

  describe('the aging report', () => {
    it('answers totals without rows, and names its place and definition', async () => {
      const { body, headers } = await get('/v1/reports/aging?asOf=2026-06-30&definition=1');
      expect(body).toMatchObject({
        ...{ asOf: '2026-06-30', known: 'recorded', definition: 'aging/1', basis: 'agreed', by: null },
        currencies: [
          { currency: 'EUR', open: '90.00', unapplied: '25.00', control: '65.00', balanced: true },
          { currency: 'JPY', open: '50', control: '50', balanced: true },
        ],
        rows: [],
        next: null,
      });
      expect(body.knownPosition).toMatch(/^\d+$/);
      expect(headers['quittance-content-hash']).toMatch(/^[0-9a-f]{64}$/);
    });

    it('is as CSV its rows, or its totals without by', async () => {
      const totals = lines(await get('/v1/reports/aging?asOf=2026-06-30', csv));
      expect(totals[0]).toBe(
        'currency,not_due count,not_due,1-30 count,1-30,31-60 count,31-60,61-90 count,61-90,90+ count,90+,' +
          'open,overdue,extended,disputed,unapplied,pending,credits,control,balanced',
      );
      expect(totals[1]).toBe(
        'EUR,1,30.00,1,60.00,0,0.00,0,0.00,0,0.00,90.00,60.00,0.00,0.00,25.00,0.00,0.00,65.00,true',
      );
      const rows = lines(await get('/v1/reports/aging?asOf=2026-06-30&by=customer', csv));
      expect(rows.map((row) => row.split(',')[0])).toEqual(['customerId', '"A"', '"A"', '"B/""ü"""', '']);
      expect(lines(await get('/v1/reports/aging?asOf=2026-06-30&by=customer&limit=1', csv))).toHaveLength(2);
    });

    it.each([
      ['definition=3', '/definition'],
      ['buckets=90,60', '/buckets'],
      ['buckets=0', '/buckets'],
      ['buckets=30,abc', '/buckets'],
      ['basis=due', '/basis'],
      ['by=region', '/by'],
      ['by=owner&by=customer', '/by'],
      ['asOf=2026-02-30', '/asOf'],
      ['sort=open', '/sort'],
    ])('refuses %s', async (query, field) => {
      const { status, body } = await get(`/v1/reports/aging?${query}`);
      expect([status, body.errors[0]?.field]).toEqual([422, field]);
    });
  });
});
