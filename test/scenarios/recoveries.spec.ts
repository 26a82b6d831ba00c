import { addDays } from '@quittance/kernel';
import { GONE, useAdjusting } from '../support/adjusting.js';
import { story } from '../support/story.js';

// Money comes for what was written off; and what the payer kept back is accepted with the money.

jest.setTimeout(60_000);
const its = useAdjusting();
type Paid = {
  id: string;
  position: string;
  unapplied: string;
  allocations: { allocationId: string; status: string; applied: string; code?: string }[];
};
const pay = (amount: string, allocation: object, change: object = {}) =>
  its.clerk.done<Paid>('/v1/payments', {
    ...{ amount, currency: 'EUR', receivedOn: its.today, allocations: [allocation], ...change },
  });
const off = async (amount?: string, vat?: string) => {
  const id = await its.invoice();
  const requestedOn = addDays(its.today, -5);
  await its.ask(id, 'write-offs', { ...GONE, ...(amount && { amount }), ...(vat && { vat }), requestedOn });
  return id;
};
const parts = ({ allocations, unapplied }: Paid) => [
  ...allocations.map(({ status, applied, code }) => [status, applied, code].filter(Boolean).join(' ')),
  unapplied,
];
const why = { reason: 'It was another.' };

story(
  'life',
  'B11',
  'A recovery takes at most what was written off; nothing is open before and after',
  async (show) => {
    const id = await off(undefined, 'claimed');
    const without = await pay('10.00', { invoiceId: id, amount: '10.00' });
    const some = await pay('50.00', { invoiceId: id, amount: '50.00', recovery: true });
    const rest = await pay('100.00', { invoiceId: id, amount: '100.00', recovery: true });
    const none = await pay('1.00', { invoiceId: await its.invoice(), amount: '1.00', recovery: true });
    const { items } = await its.read(`/v1/write-offs?invoiceId=${id}`, none.position);
    show({
      input:
        '122.00 written off; 10.00 without recovery, 50.00 and 100.00 with; one of an invoice that was not written off',
      right: {
        parts: [
          ['refused 0.00 nothing-open', '10.00'],
          ['applied 50.00', '0.00'],
          ['applied 72.00 less-open', '28.00'],
          ['refused 0.00 nothing-written-off', '1.00'],
        ],
        settled: [
          ['0.00', { 'write-off': '122.00' }],
          ['0.00', { cash: '122.00' }],
        ],
        writeOff: ['recovered', '122.00'],
        balanced: true,
      },
      got: {
        parts: [without, some, rest, none].map(parts),
        settled: [
          await its.settled(id, `?asOf=${addDays(its.today, -1)}`, rest.position),
          [
            (await its.settled(id, '', rest.position))[0],
            { cash: (await its.read(`/v1/invoices/${id}`)).paid },
          ],
        ],
        writeOff: (items as Record<string, string>[]).map(({ status, takenBack }) => [status, takenBack])[0],
        balanced: await its.balanced('', rest.position),
      },
    });
  },
);

story('life', 'B12', 'A recovery that is undone or returned falls: it is written off again', async (show) => {
  const id = await off('61.00', 'claimed');
  const undone = await pay('61.00', { invoiceId: id, amount: '40.00', recovery: true });
  const { allocationId } = undone.allocations[0]!;
  const during = await its.settled(id, '', undone.position);
  const back = await its.clerk.done(`/v1/payments/${undone.id}/allocations/${allocationId}/undo`, why);
  const after = await its.settled(id, '', back.position);
  const returned = await pay('61.00', { invoiceId: id, amount: '61.00', recovery: true });
  const returns = `/v1/payments/${returned.id}/returns`;
  const gone = await its.clerk.done<{ returnId: string; position: string }>(returns, {
    ...{ returnedOn: its.today, code: 'ac04' },
  });
  const fallen = await its.settled(id, '', gone.position);
  const won = await its.clerk.done<Paid>(`${returns}/${gone.returnId}/reversal`, why);
  show({
    input:
      '61.00 of 122.00 written off, 40.00 recovered and undone, 61.00 recovered and returned; the return is won',
    right: [
      ['61.00', { cash: '40.00', 'write-off': '21.00' }],
      ['61.00', { 'write-off': '61.00' }],
      ['61.00', { 'write-off': '61.00' }],
      ['applied 61.00', '0.00'],
      ['61.00', { cash: '61.00' }],
      [true, true],
    ],
    got: [
      during,
      after,
      fallen,
      parts(won),
      await its.settled(id, '', won.position),
      [await its.balanced('', won.position), await its.balanced(`asOf=${addDays(its.today, -3)}`)],
    ],
  });
});

story('life', 'B13', 'What the payer kept back comes with the money, and falls with it', async (show) => {
  await its.set({ bankChargeSecondPersonFrom: { EUR: '5.00' }, tolerancePerInvoice: { EUR: '1.00' } });
  const id = await its.invoice();
  const differences = [
    { kind: 'bank-charge', amount: '2.50' },
    { kind: 'tolerance', amount: '0.50' },
  ];
  const paid = await pay('119.00', { invoiceId: id, amount: '119.00', differences });
  const settled = await its.settled(id, '', paid.position);
  const { status } = await its.read(`/v1/invoices/${id}`);
  const { allocationId } = paid.allocations[0]!;
  const back = await its.clerk.done(`/v1/payments/${paid.id}/allocations/${allocationId}/undo`, why);
  const undone = await its.settled(id, '', back.position);
  const refused = (change: object) =>
    its.refused(its.clerk, `/v1/payments/${paid.id}/allocations`, {
      allocations: [{ invoiceId: id, amount: '100.00', ...change }],
    });
  const again = await its.clerk.done(`/v1/payments/${paid.id}/allocations`, {
    allocations: [{ invoiceId: id, amount: '119.00', differences }],
  });
  show({
    input:
      '119.00 of 122.00 with a bank charge of 2.50 and a tolerance of 0.50; undone; too much of each; again',
    right: {
      settled: ['0.00', { 'bank-charge': '2.50', cash: '119.00', tolerance: '0.50' }, 'closed'],
      undone: ['122.00', {}],
      refused: ['409 over-limit', '409 over-limit', '422 invalid', '422 invalid'],
      again: '0.00',
      balanced: true,
    },
    got: {
      settled: [...settled, status],
      undone,
      refused: [
        await refused({ differences: [{ kind: 'bank-charge', amount: '5.00' }] }),
        await refused({ differences: [{ kind: 'tolerance', amount: '1.01' }] }),
        await refused({ differences: [{ kind: 'set-off', amount: '1.00' }] }),
        await refused({ differences, recovery: true }),
      ],
      again: (await its.settled(id, '', again.position))[0],
      balanced: await its.balanced('', again.position),
    },
  });
});
