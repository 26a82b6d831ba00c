import { useInvoices } from '../support/around-invoices.js';

// Whoever reads a list knows customers by name: each answer says it beside the id, as it was known then.

const its = useInvoices();
const { customer } = its;

type Answers = Record<string, unknown>;
type Row = Record<string, string | null>;
type Rows = { items: Row[] };

const of = async <Body>(path: string): Promise<Body> => {
  const { commit } = (await its.quittance.facts()).at(-1)!.position;
  const auditor = await its.quittance.as('auditor', 'aldo');
  return (await auditor.get<Body>(path, String(commit))).body;
};

let [invoiceId, paymentId, creditNoteId, draftId, before] = ['', '', '', '', ''];

beforeAll(async () => {
  for (const id of ['C-from', 'C-to']) await customer(id);
  const customerId = 'C-to';
  ({ id: invoiceId } = await its.invoice({ customerId }));
  await its.manager.done(`/v1/invoices/${invoiceId}/promises`, {
    ...{ amount: '30.00', madeOn: its.today, promisedOn: its.today, reason: 'They said so.' },
  });
  const money = { amount: '50.00', currency: 'EUR', receivedOn: its.due, payerId: 'C-from' };
  ({ id: paymentId } = await its.clerk.done('/v1/payments', money));
  await its.manager.done(`/v1/payments/${paymentId}/transfers`, {
    ...{ amount: '50.00', customerId, reason: 'It was for their daughter company.' },
  });
  ({ id: creditNoteId } = await its.manager.done('/v1/credit-notes', {
    ...{ number: 'CN-1', customerId, issuedOn: its.today, currency: 'EUR', total: '10.00' },
    ...{ reasonCode: 'quality', reason: 'Broken.' },
  }));
  ({ id: draftId } = await its.clerk.done('/v1/drafts', {
    ...{ customerId, issuedOn: its.due, dueOn: its.today, currency: 'EUR', total: '100.00' },
  }));
  before = await its.now();
  await its.manager.done('/v1/customers/C-to/changes', { name: 'Neri S.p.A.' });
});

/** What each answer calls the customer. */
async function names(query = ''): Promise<Answers> {
  const list = async (path: string): Promise<unknown> =>
    (await of<Rows>(`${path}${query && `&${query}`}`)).items.map(({ customerName }) => customerName);
  const payment = await of<{ transfers: Row[] }>(`/v1/payments/${paymentId}?${query}`);
  const note = await of<Row>(`/v1/credit-notes/${creditNoteId}?${query}`);
  const cell = 'report=aging&currency=EUR&cell=%2Fopen';
  const explained = await of<{ lines: Row[] }>(`/v1/explain?${cell}&${query}`);
  return {
    exceptions: await list('/v1/reports/exceptions?kind=promise'),
    late: await list('/v1/reports/late-recorded?type=InvoiceIssued'),
    unapplied: await list('/v1/payments?unapplied=0.01..'),
    transfer: payment.transfers.map(({ fromCustomerName, customerName }) => [fromCustomerName, customerName]),
    creditNotes: await list('/v1/credit-notes?number=CN-1'),
    creditNote: note.customerName,
    explained: explained.lines.map(({ customerName }) => customerName),
  };
}
const called = (name: string): Answers => ({
  ...{ exceptions: [name], late: [name], creditNotes: [name], creditNote: name, explained: [name] },
  ...{ unapplied: ['Acme C-from'], transfer: [['Acme C-from', name]] },
});

it('customers are called by name, in every list and on every page', async () => {
  expect(await names()).toEqual(called('Neri S.p.A.'));
});

it('they are called as was known at the instant asked for', async () => {
  expect(await names(`knownAt=${before}`)).toEqual(called('Acme C-to'));
});

it('a draft is called by the name of whom it is for, and found by it', async () => {
  expect((await of<Row>(`/v1/drafts/${draftId}`)).customerName).toBe('Neri S.p.A.');
  expect((await of<Rows>('/v1/drafts?q=Neri')).items.map(({ id }) => id)).toEqual([draftId]);
});

it('exceptions are found by the name', async () => {
  expect((await of<Rows>('/v1/reports/exceptions?q=Neri')).items).toHaveLength(1);
  expect((await of<Rows>('/v1/reports/exceptions?q=nobody')).items).toHaveLength(0);
});
