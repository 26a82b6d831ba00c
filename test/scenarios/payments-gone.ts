import { cameTo, type Item } from '../support/crediting.js';
import { type Allocated, parts, type paying, sums, WHY } from '../support/paying.js';
import { story } from '../support/story.js';

/** Money that is transferred, paid out, or returned by the bank. */
export function goneMoney(of: () => ReturnType<typeof paying>): void {
  story(
    'life',
    'B6',
    'What is unapplied is transferred and paid out; applied money is paid out by naming it',
    async (show) => {
      const { clerk, issue, aging, receive, paymentOf } = of();
      const [mine, theirs] = [await issue('40.00'), await issue('40.00', { customerId: 'C-2' })];
      const payment = await receive('100.00', { allocations: [{ invoiceId: mine, amount: '40.00' }] });
      const path = `/v1/payments/${payment.id}`;
      const [{ allocationId }] = payment.allocations as unknown as [{ allocationId: string }];
      const passed = await clerk.done<Allocated>(`${path}/transfers`, {
        customerId: 'C-2',
        amount: '30.00',
        on: '2026-03-01',
        ...WHY,
      });
      const early = await cameTo(clerk, `${path}/allocations`, {
        allocations: [{ invoiceId: theirs, amount: '30.00' }],
        on: '2026-02-20',
      });
      const later = await clerk.done<Allocated>(`${path}/allocations`, {
        allocations: [{ invoiceId: theirs, amount: '10.00' }],
      });
      show({
        input: '30.00 are C-2’s from 2026-03-01 on, and settle their invoice from then on, not before',
        right: ['60.00', '409 more-than-free', 'applied 10.00', '50.00'],
        got: [passed.unapplied, early, ...parts(later), later.unapplied],
      });
      const paid = await clerk.done<Allocated>(`${path}/refunds`, {
        ...{ amount: '45.00', from: [{ allocationId, amount: '25.00' }], refundedOn: '2026-04-01', ...WHY },
      });
      const invoice = async (query: string, after?: string): Promise<unknown> =>
        (await clerk.get<{ open: string }>(`/v1/invoices/${mine}${query}`, after)).body.open;
      show({
        input:
          '45.00 are paid out on 2026-04-01, 25.00 of them from an invoice: it is open again from that day on',
        right: ['0.00', '25.00', ['100.00', '=', '25.00', '0.00', '45.00', '0.00', '30.00']],
        got: [
          await invoice('?asOf=2026-03-31', paid.position),
          await invoice('?asOf=2026-04-01'),
          sums(await paymentOf(payment.id)),
        ],
      });
      const back = await clerk.done<Allocated>(`${path}/refunds/${paid.refundId}/reversal`, {
        on: '2026-04-08',
        ...WHY,
      });
      show({
        input: 'the refund comes back on 2026-04-08: as of the day before and of the day; once more',
        right: [
          ['100.00', '=', '25.00', '0.00', '45.00', '0.00', '30.00'],
          ['100.00', '=', '25.00', '0.00', '0.00', '0.00', '75.00'],
          '409 reversed',
        ],
        got: [
          sums(await paymentOf(payment.id, '?asOf=2026-04-07', back.position)),
          sums(await paymentOf(payment.id, '?asOf=2026-04-08')),
          await cameTo(clerk, `${path}/refunds/${paid.refundId}/reversal`, WHY),
        ],
      });
      show({
        input: 'the aging of each of these days: row by row',
        right: [true, true, true],
        got: [
          ((await aging('asOf=2026-03-01')) as unknown[])[2],
          ((await aging('asOf=2026-04-01')) as unknown[])[2],
          ((await aging('asOf=2026-04-08')) as unknown[])[2],
        ],
      });
    },
  );

  story(
    'life',
    'B7',
    'A bank return opens invoices again, the last first, with their old due dates; won, they are asked once',
    async (show) => {
      const { clerk, issue, aging, receive, paymentOf } = of();
      const [first, last] = [await issue('40.00'), await issue('50.00')];
      const payment = await receive('100.00', {
        allocations: [
          { invoiceId: first, amount: '40.00' },
          { invoiceId: last, amount: '50.00' },
        ],
      });
      const path = `/v1/payments/${payment.id}`;
      const promise = { amount: '40.00', madeOn: '2026-01-15', promisedOn: '2026-02-10', ...WHY };
      await clerk.done(`/v1/invoices/${first}/promises`, promise);
      await clerk.done(`${path}/refunds`, { amount: '10.00', refundedOn: '2026-02-20', ...WHY });
      const told = { amount: '55.00', returnedOn: '2026-03-02', code: 'am04', externalId: 'R-1' };
      const returned = await clerk.done<Allocated>(`${path}/returns`, told);
      const once = await clerk.post<Allocated>(`${path}/returns`, told);
      const open = async (id: string, on: string): Promise<unknown[]> => {
        const { body } = await clerk.get<Item>(`/v1/invoices/${id}?asOf=${on}`, returned.position);
        return [body.open, body.agreedDueOn, body.daysOverdue];
      };
      show({
        input:
          '55.00 of 100.00 are returned on 2026-03-02; 10.00 were paid out before; the same return told twice',
        right: [
          ['0.00', '2026-02-09', 0],
          ['50.00', '2026-02-09', 21],
          ['5.00', '2026-02-09', 21],
          ['100.00', '=', '35.00', '0.00', '10.00', '55.00', '0.00'],
          [200, returned.returnId, '55.00'],
        ],
        got: [
          await open(last, '2026-03-01'),
          await open(last, '2026-03-02'),
          await open(first, '2026-03-02'),
          sums(await paymentOf(payment.id)),
          [once.status, once.body.returnId, once.body.amount],
        ],
      });
      const promised = async (on: string): Promise<unknown> =>
        (await clerk.get<{ items: Item[] }>(`/v1/promises?invoiceId=${first}&asOf=${on}`)).body.items.map(
          ({ state }) => state,
        );
      show({
        input: 'the promise that it kept: as of the day before, and of the day of the return',
        right: [['kept'], ['broken']],
        got: [await promised('2026-03-01'), await promised('2026-03-02')],
      });
      const rest = await clerk.done<Allocated>(`${path}/returns`, {
        returnedOn: '2026-03-05',
        code: 'chargeback',
      });
      show({
        input: 'the rest is returned, too: what was paid out is owed to us; nothing is left to return',
        right: [
          '45.00',
          '-10.00',
          ['100.00', '=', '0.00', '0.00', '10.00', '100.00', '-10.00'],
          '409 nothing-to-return',
        ],
        got: [
          rest.amount,
          rest.unapplied,
          sums(await paymentOf(payment.id, '', rest.position)),
          await cameTo(clerk, `${path}/returns`, { returnedOn: '2026-03-06', code: 'am04' }),
        ],
      });
      const won = await clerk.done<Allocated>(`${path}/returns/${returned.returnId}/reversal`, {
        on: '2026-03-20',
        ...WHY,
      });
      show({
        input: 'the first is won on 2026-03-20: its invoices are asked once',
        right: [
          ['applied 50.00', 'applied 5.00'],
          '-10.00',
          ['100.00', '=', '55.00', '0.00', '10.00', '45.00', '-10.00'],
          '409 reversed',
        ],
        got: [
          parts(won),
          won.unapplied,
          sums(await paymentOf(payment.id, '', won.position)),
          await cameTo(clerk, `${path}/returns/${returned.returnId}/reversal`, WHY),
        ],
      });
      show({
        input: 'the aging of each of these days: row by row',
        right: [true, true, true],
        got: [
          ((await aging('asOf=2026-03-02')) as unknown[])[2],
          ((await aging('asOf=2026-03-05')) as unknown[])[2],
          ((await aging('asOf=2026-03-20')) as unknown[])[2],
        ],
      });
    },
  );
}
