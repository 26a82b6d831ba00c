import { type Caller } from '../support/caller.js';
import { cameTo, type Item } from '../support/crediting.js';
import { explainedFigures } from '../support/explained.js';
import { invoiceBody } from '../support/invoice-body.js';
import { type Allocated, MONEY, parts, paying, sums, WHY } from '../support/paying.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';
import { goneMoney } from './payments-gone.js';

let quittance: Quittance;
let clerk: Caller;
let books: ReturnType<typeof paying>;
let { issue, aging, receive, paymentOf } = {} as ReturnType<typeof paying>;
beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as(['clerk', 'manager', 'admin', 'auditor']);
  books = paying(clerk);
  ({ issue, aging, receive, paymentOf } = books);
  for (const customerId of ['C-1', 'C-2'])
    await clerk.done('/v1/customers', { customerId, name: customerId });
});
afterAll(() => quittance?.stop());

describe('a payment', () => {
  story(
    'life',
    'B1',
    'What is free of a payment is allocated later, to several invoices, each as far as it can',
    async (show) => {
      const [open, paid, late] = [await issue('60.00'), await issue('10.00'), await issue('50.00')];
      await receive('10.00', { allocations: [{ invoiceId: paid, amount: '10.00' }] });
      const payment = await receive('200.00');
      const path = `/v1/payments/${payment.id}/allocations`;
      const allocations = [
        { invoiceId: open, amount: '70.00' },
        { invoiceId: paid, amount: '10.00' },
      ];
      const first = await clerk.done<Allocated>(path, { allocations });
      show({
        input: `POST ${path}: 70.00 for an invoice with 60.00 open, 10.00 for one that is paid`,
        right: [['applied 60.00 less-open', 'refused 0.00 nothing-open'], '140.00'],
        got: [parts(first), first.unapplied],
      });
      const later = { allocations: [{ invoiceId: late, amount: '20.00' }], on: '2026-03-15' };
      const { position } = await clerk.done<Allocated>(path, later);
      show({
        input: '20.00 more from 2026-03-15 on: as of the day before, and of the day',
        right: [
          ['200.00', '=', '60.00', '0.00', '0.00', '0.00', '140.00'],
          ['200.00', '=', '80.00', '0.00', '0.00', '0.00', '120.00'],
        ],
        got: [
          sums(await paymentOf(payment.id, '?asOf=2026-03-14', position)),
          sums(await paymentOf(payment.id, '?asOf=2026-03-15')),
        ],
      });
      const shown = (await paymentOf(payment.id)).allocations as Item[];
      show({
        input: 'its allocations, oldest first',
        right: ['applied 60.00 2026-02-01', 'refused 0.00 null', 'applied 20.00 2026-03-15'],
        got: shown.map(({ status, applied, appliedOn }) => [status, applied, String(appliedOn)].join(' ')),
      });
      show({
        input: 'the aging of the days on which something counts: open - unapplied = control, row by row',
        right: [true, true],
        got: [
          ((await aging('asOf=2026-02-01')) as unknown[])[2],
          ((await aging('asOf=2026-03-15')) as unknown[])[2],
        ],
      });
    },
  );

  story('life', 'B3', 'An allocation that may not be is refused, and writes nothing', async (show) => {
    const [one, other] = [await issue('100.00'), await issue('100.00', { customerId: 'C-2' })];
    const dollars = (
      await clerk.done('/v1/invoices', invoiceBody({ number: 'US-1', customerId: 'C-1', currency: 'USD' }))
    ).id;
    const { id } = await receive('100.00', { allocations: [{ invoiceId: one, amount: '40.00' }] });
    const before = (await quittance.facts()).length;
    const to = (invoiceId: string, amount: string, change: object = {}): Promise<string> =>
      cameTo(clerk, `/v1/payments/${id}/allocations`, {
        allocations: [{ invoiceId, amount, ...change }],
      });
    show({
      input: 'more than is free, another currency, no such invoice, nobody’s part of it, no such payment',
      right: [
        ...['409 more-than-free', '409 currency-mismatch', '422 unknown-invoice', '409 more-than-free'],
        '404 payment-not-found',
      ],
      got: [
        await to(one, '60.01'),
        await to(dollars, '1.00'),
        await to(id, '1.00'),
        await to(one, '1.00', { customerId: 'C-2' }),
        await cameTo(clerk, `/v1/payments/${one}/allocations`, {
          allocations: [{ invoiceId: one, amount: '1.00' }],
        }),
      ],
    });
    expect((await quittance.facts()).length).toBe(before);
    const third = await clerk.done<Allocated>(`/v1/payments/${id}/allocations`, {
      allocations: [{ invoiceId: other, amount: '60.00' }],
    });
    show({
      input: 'the invoice of a third party is settled by it',
      right: [['applied 60.00'], '0.00'],
      got: [parts(third), third.unapplied],
    });
  });

  story(
    'life',
    'B4',
    'An allocation is undone, in part and in all, from its own day on; its history says so',
    async (show) => {
      const invoiceId = await issue('100.00');
      const payment = await receive('100.00', { allocations: [{ invoiceId, amount: '60.00' }] });
      const path = `/v1/payments/${payment.id}/allocations`;
      const [{ allocationId }] = payment.allocations as unknown as [{ allocationId: string }];
      const part = await clerk.done<Allocated>(`${path}/${allocationId}/undo`, { amount: '20.00', ...WHY });
      const all = await clerk.done<Allocated>(`${path}/undo`, WHY);
      const again = await clerk.done<Allocated>(path, { allocations: [{ invoiceId, amount: '50.00' }] });
      show({
        input: '60.00 are allocated; 20.00 are undone, then all; 50.00 are allocated again',
        right: ['60.00', '100.00', [['undone', '40.00']], '50.00'],
        got: [
          part.unapplied,
          all.unapplied,
          all.from?.map(({ status, amount }) => [status, amount]),
          again.unapplied,
        ],
      });
      const said = (await clerk.get(`/v1/invoices/${invoiceId}/history`, again.position)).body;
      show({
        input: 'the history of the invoice',
        right: [
          'InvoiceIssued',
          'PaymentApplied',
          'ApplicationUndone',
          'ApplicationUndone',
          'PaymentApplied',
        ],
        got: (said.items as Item[]).map(({ type }) => type),
      });
      show({
        input: 'the aging of the day of the allocation: row by row',
        right: true,
        got: ((await aging('asOf=2026-02-01')) as unknown[])[2],
      });
      const undo = (id: string, body: object) => cameTo(clerk, `${path}/${id}/undo`, body);
      show({
        input: 'more than is applied; no such allocation; a payment of which nothing is applied',
        right: ['409 more-than-applied', '404 allocation-not-found', '409 more-than-applied'],
        got: [
          await undo(again.allocations[0]!.allocationId, { amount: '50.01', ...WHY }),
          await undo(invoiceId, WHY),
          await cameTo(clerk, `/v1/payments/${(await receive('1.00')).id}/allocations/undo`, WHY),
        ],
      });
    },
  );

  story('life', 'B5', 'A payment that was a mistake is cancelled; a payer is named later', async (show) => {
    const line = { source: 'bank', externalId: 'line 1' };
    const mistake = await receive('70.00', { payerId: undefined, ...line });
    const invoiceId = await issue('50.00');
    const { id } = mistake;
    const path = `/v1/payments/${id}`;
    await clerk.done(`${path}/allocations`, { allocations: [{ invoiceId, amount: '50.00' }] });
    const inUse = await cameTo(clerk, `${path}/cancellation`, WHY);
    await clerk.done(`${path}/allocations/undo`, WHY);
    await clerk.done(`${path}/payer`, { customerId: 'C-2', ...WHY });
    const known = await cameTo(clerk, `${path}/payer`, { customerId: 'C-1', ...WHY });
    const named = await paymentOf(
      id,
      '',
      (await clerk.done(`${path}/payer`, { customerId: 'C-1' }).catch(() => mistake)).position,
    );
    const cancelled = await clerk.done<Allocated>(`${path}/cancellation`, { ...WHY, release: true });
    const shown = await paymentOf(id, '', cancelled.position);
    show({
      input: '70.00 of nobody known: allocated, undone, the payer named; cancelled',
      right: [
        '409 in-use',
        '409 payer-known',
        ['C-2', '70.00'],
        ['0.00', '=', '0.00', '0.00', '0.00', '0.00', '0.00'],
      ],
      got: [inUse, known, [named.payerId, named.unapplied], sums(shown)],
    });
    const anew = await receive('60.00', { ...line });
    show({
      input: 'its external id was released: another payment is recorded under it, once',
      right: [true, anew.id, '409 payment-taken'],
      got: [
        anew.id !== id,
        (await receive('60.00', { ...line })).id,
        await cameTo(clerk, '/v1/payments', { ...MONEY, amount: '61.00', ...line }),
      ],
    });
    show({
      input: 'the aging: row by row, and as known before it was cancelled',
      right: [true, true],
      got: [
        ((await aging('asOf=2026-02-01', anew.position)) as unknown[])[2],
        ((await aging('asOf=2026-03-01')) as unknown[])[2],
      ],
    });
  });

  goneMoney(() => books);

  it('that was on account when books were taken over counts from the day of the opening', async () => {
    const opened = await receive('25.00', { opening: { on: '2026-03-10' } });
    const at = (on: string) => clerk.get<Item>(`/v1/payments/${opened.id}?asOf=${on}`, opened.position);
    expect((await at('2026-03-09')).status).toBe(404);
    expect((await at('2026-03-10')).body).toMatchObject({ received: '25.00', unapplied: '25.00' });
    expect(((await aging('asOf=2026-03-10')) as unknown[])[2]).toBe(true);
    const before = { opening: { on: '2026-01-31' } };
    expect(await cameTo(clerk, '/v1/payments', { ...MONEY, amount: '1.00', ...before })).toMatch(/^422/);
  });

  it('its five amounts are what its facts add up to, as they stand and at the opening', async () => {
    const get = async <Body>(path: string) => (await clerk.get<Body>(path)).body;
    const [now, then] = [await explainedFigures(get), await explainedFigures(get, '&asOf=2026-03-10')];
    expect([...now.wrong, ...then.wrong]).toEqual([]);
    expect([now.asked > 100, then.asked > 50]).toEqual([true, true]);
  });
});
