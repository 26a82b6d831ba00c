import { GONE, useAdjusting } from '../support/adjusting.js';
import { story } from '../support/story.js';

// What a customer's year may come to is of all who are one customer.

jest.setTimeout(60_000);
const its = useAdjusting();
const writeOff = (id: string, change: object = {}) => its.ask(id, 'write-offs', { ...GONE, ...change });

story('life', 'B4', 'Customers who are one have one year, whoever was merged into whom', async (show) => {
  await its.set({ writeOffSecondPersonFrom: null, writeOffPerCustomerYear: { EUR: '100.00' } });
  const ids = ['C-root', 'C-same', 'C-also'];
  const invoices = await Promise.all(ids.map((customerId) => its.invoice(customerId)));
  for (const [customerId, intoCustomerId] of [ids.slice(1).reverse(), ids.slice(0, 2).reverse()])
    await its.manager.done(`/v1/customers/${customerId}/merge`, {
      ...{ intoCustomerId, reason: 'Registered twice.' },
    });
  const first = await writeOff(invoices[1]!, { amount: '60.00' });
  await its.read('/v1/invoices?limit=1', first.position);
  await its.quittance.projector.stop();
  const both = [
    await writeOff(invoices[2]!, { amount: '40.00' }),
    await writeOff(invoices[0]!, { amount: '30.00' }),
  ];
  its.quittance.projector.start();
  const { items } = await its.read('/v1/reports/limits-passed?customerId=C-root', both[1]!.position);
  const over = await writeOff(invoices[2]!, { amount: '0.01' });
  show({
    input: '60.00, then 40.00 and 30.00 at once, then 0.01, of three who are one, with a limit of 100.00',
    right: [
      ['recorded', 'recorded', 'recorded', 'requested'],
      [[both[1]!.writeOffId, '130.00']],
      ['customer-year'],
    ],
    got: [
      [first, ...both, over].map(({ status }) => status),
      (items as Record<string, string>[]).map(({ id, yearSum }) => [id, yearSum]),
      over.because,
    ],
  });
});

story('life', 'F5', 'What is kept back with money says by what its year was judged, too', async (show) => {
  await its.set({ tolerancePerInvoice: { EUR: '1.00' }, tolerancePerCustomerYear: { EUR: '1.50' } });
  const [one, other] = [await its.invoice('C-kept'), await its.invoice('C-kept')];
  const pay = (invoiceId: string) =>
    its.clerk.done('/v1/payments', {
      ...{ amount: '121.00', currency: 'EUR', receivedOn: its.today },
      allocations: [{ invoiceId, amount: '121.00', differences: [{ kind: 'tolerance', amount: '1.00' }] }],
    });
  await its.quittance.projector.stop();
  await pay(one);
  const { position } = await pay(other);
  its.quittance.projector.start();
  const { items } = await its.read('/v1/reports/limits-passed?customerId=C-kept', position);
  show({
    input:
      'a tolerance of 1.00 with the money of two invoices, of 1.50 a year, the ledger not yet having the first',
    right: [['tolerance', '1.00', '2.00', '1.50']],
    got: (items as Record<string, string>[]).map((each) => [
      each.kind,
      each.amount,
      each.yearSum,
      each.yearLimit,
    ]),
  });
});
