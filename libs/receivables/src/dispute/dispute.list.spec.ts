import { randomUUID } from 'node:crypto';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import type { Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../../test/support/stores.js';
import { History } from '../../spec/history.js';
import { type Response, startReading } from '../../spec/reading.js';
import { PROJECTIONS } from '../features.js';

describe('disputes over HTTP', () => {
  let stores: TestDatabases;
  let pool: Pool;
  let app: Awaited<ReturnType<typeof startReading>>['app'];
  let get: (url: string, headers?: Record<string, string>) => Promise<Response>;
  let invoiceId: string;
  const [A, B] = [randomUUID(), randomUUID()];
  const at: string[] = [];

  beforeAll(async () => {
    stores = await startTestDatabases(PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 2 });
    ({ app, get } = await startReading(pool, { now: () => new Date(), today: () => '2026-06-30' }));
    const history = new History();
    const invoice = history.issue('R-1', '100.00', { issuedOn: '2026-03-01', dueOn: '2026-03-31' }, 'C-1');
    invoiceId = invoice.id;
    const of = { invoiceId, number: 'R-1', customerId: 'C-1', currency: 'EUR' };
    const personal = { subject: 'customer-C-1', reason: 'Two came broken.' };
    const say = <T extends 'DisputeRaised' | 'DisputeResolved'>(
      type: T,
      data: Parameters<typeof history.add<T>>[2],
    ) => {
      history.add(`invoice-${invoiceId}`, type, data);
      at.push(history.facts.at(-1)!.recordedAt.toISOString());
    };
    const quality = { reasonCode: 'quality', ownerId: 'lea', answerBy: '2026-04-20' };
    say('DisputeRaised', {
      ...of,
      disputeId: A,
      amount: '40.00',
      ...quality,
      disputedOn: '2026-04-10',
      personal,
    });
    say('DisputeRaised', {
      ...of,
      disputeId: B,
      amount: '50.00',
      reasonCode: 'price',
      disputedOn: '2026-05-10',
      personal,
    });
    say('DisputeResolved', {
      ...{ ...of, disputeId: A, disputed: '40.00', outcome: 'upheld', amount: '25.00' },
      ...{ creditNoteId: randomUUID(), resolvedOn: '2026-05-01' },
      personal: { ...personal, reason: 'Seen.' },
    });
    history.pay('70.00', '2026-06-01', [{ invoice, amount: '70.00' }]);
    // Delivered twice: what is there already is passed over.
    for (let times = 0; times < 2; times += 1) {
      const model = await ReadModel.open({ pool, projections: PROJECTIONS });
      expect(await model.project(history.facts)).toMatchObject({ parked: [] });
    }
  });
  afterAll(async () => {
    await app.close();
    await pool.end();
    await stores.stop();
  });

  const listed = async (query: string) =>
    (await get(`/v1/disputes${query}`)).body.items.map(({ id, status, upheld }) => [
      id === A ? 'A' : 'B',
      status,
      upheld,
    ]);

  it('are listed once each, open or resolved', async () => {
    expect(await listed('')).toEqual([
      ['A', 'resolved', '25.00'],
      ['B', 'open', null],
    ]);
    expect(await listed('?status=open')).toEqual([['B', 'open', null]]);
    expect(await listed('?ownerId=lea&answerBy=..2026-04-20')).toEqual([['A', 'resolved', '25.00']]);
    expect((await get(`/v1/disputes?reasonCode=price&invoiceId=${invoiceId}`)).body.items).toMatchObject([
      { id: B, number: 'R-1', amount: '50.00', reason: 'Two came broken.', ownerId: null, outcome: null },
    ]);
  });

  it('are added up by currency, and counted by value', async () => {
    expect((await get('/v1/disputes/summary?status=open')).body.currencies).toEqual([
      { currency: 'EUR', count: 1, amount: '50.00' },
    ]);
    expect((await get('/v1/disputes/facets?of=status,reasonCode')).body.facets).toMatchObject({
      status: {
        values: [
          { value: 'open', count: 1 },
          { value: 'resolved', count: 1 },
        ],
      },
    });
  });

  it('are as they were on a business date, and as known at an instant', async () => {
    expect(await listed('?asOf=2026-04-30')).toEqual([['A', 'open', null]]);
    expect(await listed('?asOf=2026-05-10')).toHaveLength(2);
    expect(await listed(`?asOf=2026-06-30&knownAt=${at[1]}`)).toEqual([
      ['A', 'open', null],
      ['B', 'open', null],
    ]);
    expect(await listed(`?asOf=2026-06-30&knownAt=${at[0]}&status=resolved`)).toEqual([]);
  });

  it('stand still while they are walked page by page', async () => {
    const first = await get('/v1/disputes?limit=1');
    const second = await get(`/v1/disputes?limit=1&cursor=${encodeURIComponent(first.body.next!)}`);
    expect([first, second].flatMap(({ body }) => body.items.map(({ id }) => id))).toEqual([A, B]);
  });

  it('are sorted by a credit note that not all of them have, page by page, none before one', async () => {
    for (const [sort, right] of [
      ['creditNoteId', [B, A]],
      ['-creditNoteId', [A, B]],
    ] as const) {
      const first = await get(`/v1/disputes?limit=1&sort=${sort}`);
      const cursor = encodeURIComponent(first.body.next!);
      const second = await get(`/v1/disputes?limit=1&sort=${sort}&cursor=${cursor}`);
      expect([first, second].flatMap(({ body }) => body.items.map(({ id }) => id))).toEqual(right);
    }
  });

  it('hold up their invoice, in all no more than is open', async () => {
    const holds = async (query: string) => (await get(`/v1/invoices/${invoiceId}${query}`)).body.holds;
    const hold = (id: string, since: string, amount: string) => ({ kind: 'disputed', id, since, amount });
    expect(await holds('?asOf=2026-04-09')).toEqual([]);
    expect(await holds('?asOf=2026-04-30')).toEqual([hold(A, '2026-04-10', '40.00')]);
    expect(await holds('?asOf=2026-05-01')).toEqual([]);
    expect(await holds(`?asOf=2026-05-31&knownAt=${at[1]}`)).toEqual([
      hold(A, '2026-04-10', '40.00'),
      hold(B, '2026-05-10', '50.00'),
    ]);
    // 30.00 are open since the payment.
    expect(await holds('')).toEqual([hold(B, '2026-05-10', '30.00')]);
  });

  it('are in the invoice’s history, in words', async () => {
    const { body } = await get(`/v1/invoices/${invoiceId}/history`);
    expect(body.items.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        'anna recorded that 40.00 EUR of invoice R-1 are disputed for quality, counting from 2026-04-10, looked into by lea, to be answered by 2026-04-20',
        expect.stringMatching(
          /^anna resolved the dispute of 40.00 EUR of invoice R-1: upheld, in part, 25.00 EUR, covered by credit note [-0-9a-f]{36}, counting from 2026-05-01$/,
        ),
      ]),
    );
  });

  it('add up, on both axes, to what is disputed of an invoice', async () => {
    const { rows } = await pool.query<{ effective_on: string; amount: string }>(
      'select effective_on, amount::text from live.dispute_lines where invoice_id = $1 order by position',
      [invoiceId],
    );
    expect(rows).toEqual([
      { effective_on: '2026-04-10', amount: '40.00' },
      { effective_on: '2026-05-10', amount: '50.00' },
      { effective_on: '2026-05-01', amount: '-40.00' },
    ]);
  });
});
