import { addDays, type BusinessDate } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// Money and credit notes that name the instalment which they fill first.

let quittance: Quittance;
let clerk: Caller;
/** The first instalment is due on it. */
let due: BusinessDate;

beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as('clerk', 'carla');
  due = addDays(quittance.clock.today(), -40);
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Acme' });
});
afterAll(() => quittance?.stop());

type Written = { id: string; position: string };
const on = (days: number): BusinessDate => addDays(due, days);
const issue = (number: string, more: object): Promise<Written> =>
  clerk.done('/v1/invoices', { number, customerId: 'C-1', issuedOn: on(-30), currency: 'EUR', ...more });
const three = (number: string) =>
  issue(number, {
    total: '100.00',
    instalments: [
      { dueOn: due, amount: '30.00' },
      { dueOn: on(30), amount: '50.00' },
      { dueOn: on(60), amount: '20.00' },
    ],
  });

interface Shown {
  instalments: { open: string }[];
  settlements: { amount: string; instalment?: number }[];
}
const shown = async ({ id }: { id: string }, after: string, query = ''): Promise<Shown> =>
  (await clerk.get<Shown>(`/v1/invoices/${id}?${query}`, after)).body;

type Money = Written & { allocations: { allocationId: string }[]; applications: { applicationId: string }[] };
const openOf = async (invoice: Written, after: string, query = ''): Promise<string[]> =>
  (await shown(invoice, after, query)).instalments.map((part) => part.open);

story(
  'life',
  'A11',
  'Money that names an instalment fills it first; an undo and a return take it from there',
  async (show) => {
    const invoice = await three('I-1');
    const first = await clerk.done<Money>('/v1/payments', {
      ...{ amount: '45.00', currency: 'EUR', receivedOn: on(1) },
      allocations: [{ invoiceId: invoice.id, amount: '35.00', instalment: 3 }],
    });
    const named = await openOf(invoice, first.position);
    const payment = `/v1/payments/${first.id}`;
    const later = await clerk.done<Money>(`${payment}/allocations`, {
      allocations: [{ invoiceId: invoice.id, amount: '10.00', instalment: 2 }],
      on: on(3),
    });
    const both = await openOf(invoice, later.position);
    const knownAt = (await quittance.facts()).at(-1)!.recordedAt.toISOString();
    const undo = `${payment}/allocations/${first.allocations[0]!.allocationId}/undo`;
    const undone = await clerk.done<Written>(undo, { amount: '20.00', reason: 'Less of it.' });
    const afterUndo = await openOf(invoice, undone.position);
    const back = await clerk.done<Written & { returnId: string }>(`${payment}/returns`, {
      ...{ amount: '35.00', returnedOn: on(8), code: 'am04' },
    });
    const returned = await openOf(invoice, back.position);
    const won = await clerk.done<Written>(`${payment}/returns/${back.returnId}/reversal`, {
      ...{ on: on(9), reason: 'It was theirs.' },
    });
    const again = await shown(invoice, won.position);
    show({
      input:
        '30.00, 50.00 and 20.00; 35.00 for the third and 10.00 for the second from day 3; 20.00 of the first undone; 35.00 returned on day 8, won on day 9',
      right: {
        named: ['15.00', '50.00', '0.00'],
        both: ['15.00', '40.00', '0.00'],
        undone: ['30.00', '40.00', '5.00'],
        returned: ['30.00', '50.00', '10.00'],
        won: ['30.00', '40.00', '5.00'],
        day2: ['30.00', '50.00', '5.00'],
        before: ['15.00', '40.00', '0.00'],
        lines: ['2: 10.00', '3: 10.00', '3: 5.00'],
      },
      got: {
        named,
        both,
        undone: afterUndo,
        returned,
        won: again.instalments.map(({ open }) => open),
        day2: await openOf(invoice, won.position, `asOf=${on(2)}`),
        before: await openOf(invoice, won.position, `asOf=${on(10)}&knownAt=${knownAt}`),
        lines: again.settlements.map(({ instalment, amount }) => `${instalment}: ${amount}`).sort(),
      },
    });
  },
);

story(
  'life',
  'A12',
  'A credit note names an instalment as money does; one that there is not is refused',
  async (show) => {
    const [invoice, whole] = [await three('I-2'), await issue('I-3', { total: '10.00', dueOn: due })];
    const credit = (number: string, applications: object[]) => ({
      ...{ number, customerId: 'C-1', issuedOn: on(2), currency: 'EUR', total: '40.00', reasonCode: 'price' },
      ...{ reason: 'Too dear.', applications },
    });
    const part = (instalment: number, invoiceId = invoice.id) => ({ invoiceId, amount: '15.00', instalment });
    const note = await clerk.done<Money>('/v1/credit-notes', credit('CN-1', [part(2)]));
    const path = `/v1/credit-notes/${note.id}/applications`;
    const more = await clerk.done<Money>(path, { applications: [part(3)] });
    const applied = await openOf(invoice, more.position);
    const undo = `${path}/${note.applications[0]!.applicationId}/undo`;
    const { position } = await clerk.done<Written>(undo, { reason: 'Of another.' });
    const received = { amount: '15.00', currency: 'EUR', receivedOn: on(2) };
    const wrong: [string, object][] = [
      ['/v1/payments', { ...received, allocations: [part(4)] }],
      ['/v1/credit-notes', credit('CN-2', [part(1, whole.id)])],
      [path, { applications: [part(4)] }],
    ];
    const refused = [];
    for (const [to, body] of wrong) {
      const { body: said } = await clerk.post<{ errors: { field: string; hint: string }[] }>(to, body);
      refused.push([said.errors[0]!.field, said.errors[0]!.hint]);
    }
    show({
      input:
        '30.00, 50.00 and 20.00; 15.00 of a credit note for the second, then 15.00 for the third; the first undone; a fourth, and one of an invoice that is due in one',
      right: {
        applied: ['30.00', '35.00', '5.00'],
        undone: ['30.00', '50.00', '5.00'],
        refused: [
          ['/allocations/0/instalment', 'one of 1 to 3'],
          ['/applications/0/instalment', 'none: the invoice is due in one'],
          ['/applications/0/instalment', 'one of 1 to 3'],
        ],
      },
      got: { applied, undone: await openOf(invoice, position), refused },
    });
  },
);
