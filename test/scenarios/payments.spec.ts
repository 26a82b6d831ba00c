import { invoiceBody } from '../support/invoice-body.js';
import type { Caller, Written } from '../support/caller.js';
import { cameTo, crediting, type Item } from '../support/crediting.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

interface Allocated extends Written {
  allocations: { allocationId: string; status: string; applied: string; code?: string }[];
  unapplied: string;
}

let quittance: Quittance;
let clerk: Caller;
let { issue, aging } = {} as ReturnType<typeof crediting>;
beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as(['clerk', 'manager', 'admin', 'auditor']);
  ({ issue, aging } = crediting(clerk));
  for (const customerId of ['C-1', 'C-2'])
    await clerk.done('/v1/customers', { customerId, name: customerId });
});
afterAll(() => quittance?.stop());

const MONEY = { currency: 'EUR', receivedOn: '2026-02-01', payerId: 'C-1' };
const receive = (amount: string, change: object = {}): Promise<Allocated> =>
  clerk.done<Allocated>('/v1/payments', { ...MONEY, amount, ...change });
const parts = ({ allocations }: Allocated): string[] =>
  allocations.map(({ status, applied, code }) => [status, applied, code].filter(Boolean).join(' '));
/** received = allocated + pending + unapplied */
const sums = ({ received, allocated, pending, unapplied }: Item): unknown[] => [
  ...[received, '=', allocated, pending, unapplied],
];
const paymentOf = async (id: string, query = '', after?: string): Promise<Item> =>
  (await clerk.get(`/v1/payments/${id}${query}`, after)).body;

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
          ['200.00', '=', '60.00', '0.00', '140.00'],
          ['200.00', '=', '80.00', '0.00', '120.00'],
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
});
