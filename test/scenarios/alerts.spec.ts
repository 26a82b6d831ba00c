import { addDays } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// Who follows an invoice up is told what falls due; whoever leads them, what nobody followed up; money ends all of it.

let quittance: Quittance;
let mara: Caller;
let today: string;

beforeAll(async () => {
  quittance = await startQuittance();
  mara = await quittance.as(['clerk', 'manager'], 'mara');
  today = quittance.clock.today();
  const person = (personId: string, leadId?: string) =>
    mara.done('/v1/people', { personId, name: personId, email: `${personId}@example.com`, leadId });
  await person('lea');
  await person('olga', 'lea');
  await person('amir');
  await mara.done('/v1/customers', { customerId: 'C-1', name: 'Acme', ownerId: 'amir' });
});
afterAll(() => quittance?.stop());

const ids = new Map<string, string>();
/** An invoice that is due so many days from today on, negative: ago; followed up by Olga. */
async function due(number: string, days: number): Promise<string> {
  const dates = { issuedOn: addDays(today, days - 30), dueOn: addDays(today, days) };
  const body = { number, customerId: 'C-1', ...dates, currency: 'EUR', total: '100.00', ownerId: 'olga' };
  const { id } = await mara.done('/v1/invoices', body);
  ids.set(number, id);
  return id;
}

interface Item {
  id: string;
  kind: string;
  number: string;
  since: string;
  amount: string;
  ownerId: string;
}
async function items(query = ''): Promise<Item[]> {
  const last = String((await quittance.facts()).at(-1)!.position.commit);
  return (await mara.get<{ items: Item[] }>(`/v1/work?limit=100${query}`, last)).body.items;
}
/** By kind, whom it is for and of which invoices. */
async function told(query = ''): Promise<Record<string, string[]>> {
  const said: Record<string, string[]> = {};
  for (const { kind, ownerId, number } of await items(query))
    (said[`${kind} ${ownerId}`] ??= []).push(number);
  return Object.fromEntries(Object.entries(said).map(([kind, numbers]) => [kind, numbers.sort()]));
}

story(
  'chase',
  'C1',
  'Owners are told of due dates, leads of what nobody followed up; what is settled ends all of it',
  async (show) => {
    await due('in 3 days', 3);
    await due('in 2 days', 2);
    await due('today', 0);
    await due('1 day late', -1);
    const late = await due('3 days late', -3);
    const noted = await due('with a note', -3);
    await due('put off', -3);
    const extended = await due('extended', -3);
    const paid = await due('paid', -3);
    await due('long ago', -31);
    await mara.done(`/v1/invoices/${noted}/notes`, { text: 'They pay.', followUpOn: today });
    await mara.done(`/v1/invoices/${paid}/notes`, { text: 'They pay.', followUpOn: today });
    const agreed = { agreedDueOn: addDays(today, 1), reason: 'They asked.', grantedOn: today };
    await mara.done(`/v1/invoices/${extended}/extensions`, agreed);
    const before = await told();
    const known = (await quittance.facts()).at(-1)!.recordedAt.toISOString();
    const off = (await items('&kind=overdue')).find(({ number }) => number === 'put off')!;
    const snooze = { until: addDays(today, 2), reason: 'They are away.' };
    await mara.done(`/v1/work/${off.id}/snooze`, snooze);
    for (const invoiceId of [paid, late])
      await mara.done('/v1/payments', {
        ...{ amount: '100.00', currency: 'EUR', receivedOn: today },
        allocations: [{ invoiceId, amount: '100.00' }],
      });
    show({
      input: 'invoices due from three days to come to 31 days ago; then two are paid and one is put off',
      right: {
        before: {
          'due-soon amir': ['extended', 'in 2 days'],
          'due-today olga': ['today'],
          'overdue olga': ['1 day late', '3 days late', 'put off'],
          'not-followed-up lea': ['3 days late', 'put off'],
          'follow-up olga': ['paid', 'with a note'],
        },
        after: {
          'due-soon amir': ['extended', 'in 2 days'],
          'due-today olga': ['today'],
          'overdue olga': ['1 day late'],
          'follow-up olga': ['with a note'],
        },
        'in two days': ['1 day late', 'extended', 'put off', 'today'],
        'as known before': true,
      },
      got: {
        before,
        after: await told(),
        'in two days': (await told(`&asOf=${addDays(today, 2)}`))['overdue olga'],
        'as known before': JSON.stringify(await told(`&knownAt=${known}`)) === JSON.stringify(before),
      },
    });
    const [first] = await items('&kind=due-today');
    expect(first).toMatchObject({
      amount: '100.00',
      since: today,
      id: `due-today.${ids.get('today')}.${today}`,
    });
  },
);
