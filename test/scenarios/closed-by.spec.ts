import { addDays } from '@quittance/kernel';
import { type Adjusted, GONE, useAdjusting } from '../support/adjusting.js';

// Paid is what cash alone settled. Of everything else it is said what closed it.

jest.setTimeout(60_000);
const its = useAdjusting();

it('says what closed an invoice beside cash, in lists and by itself, on any day', async () => {
  await its.set({ writeOffSecondPersonFrom: null });
  const customerId = 'C-closed';
  const pay = (invoiceId: string, amount: string): Promise<unknown> =>
    its.clerk.done('/v1/payments', {
      ...{ amount, currency: 'EUR', receivedOn: its.today, allocations: [{ invoiceId, amount }] },
    });
  const writeOff = (id: string, amount: string): Promise<Adjusted> =>
    its.ask(id, 'write-offs', { ...GONE, amount });
  const charge = (id: string): Promise<Adjusted> =>
    its.ask(id, 'settlements', { kind: 'bank-charge', amount: '122.00', reason: 'It was so.' });
  const credit = (invoiceId: string, number: string, amount: string): Promise<unknown> =>
    its.clerk.done('/v1/credit-notes', {
      ...{
        number,
        customerId,
        issuedOn: its.today,
        currency: 'EUR',
        total: amount,
        ...{ reasonCode: 'returned', reason: 'Sent back.' },
      },
      applications: [{ invoiceId, amount }],
    });
  const closing: Record<string, (id: string) => Promise<unknown>> = {
    cash: (id) => pay(id, '122.00'),
    credit: (id) => credit(id, 'CN-1', '122.00'),
    'cash and credit': async (id) => [await pay(id, '22.00'), await credit(id, 'CN-2', '100.00')],
    'write-off': (id) => writeOff(id, '122.00'),
    'credit and write-off': async (id) => [await credit(id, 'CN-3', '22.00'), await writeOff(id, '100.00')],
    'a bank charge': charge,
    'a part': (id) => credit(id, 'CN-4', '22.00'),
    'what was undone': async (id) => {
      const { settlementId } = await charge(id);
      await its.clerk.done(`/v1/invoices/${id}/settlements/${settlementId}/undo`, { reason: 'They paid.' });
      await pay(id, '122.00');
    },
  };
  const made: [what: string, id: string][] = [];
  for (const [what, close] of Object.entries(closing)) {
    const id = await its.invoice(customerId);
    await close(id);
    made.push([what, id]);
  }
  const { position } = await its.set({ backDatingDays: null });
  const listed = async (query: string): Promise<Record<string, unknown>> => {
    type Row = { id: string; closedBy: unknown };
    const items = (await its.read(`/v1/invoices?customerId=${customerId}${query}`, position)).items as Row[];
    return Object.fromEntries(
      made.map(([what, id]) => [what, items.find((item) => item.id === id)?.closedBy]),
    );
  };
  const by = {
    ...{ cash: null, credit: 'credit', 'cash and credit': 'credit', 'write-off': 'write-off' },
    ...{ 'credit and write-off': 'else', 'a bank charge': 'else', 'a part': null, 'what was undone': null },
  };
  expect(await listed('')).toEqual(by);
  expect(await listed(`&asOf=${its.today}`)).toEqual(by);
  expect(new Set(Object.values(await listed(`&asOf=${addDays(its.today, -1)}`)))).toEqual(new Set([null]));
  const one = made[1]![1];
  expect((await its.read(`/v1/invoices/${one}`)).closedBy).toBe('credit');
  expect((await its.read(`/v1/invoices/${one}?asOf=${addDays(its.today, -1)}`)).closedBy).toBeNull();
});
