import { addDays } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// What is to be done today, and why: worked out from everything, told to whoever does it.

type Body = Record<string, unknown>;
interface Item {
  id: string;
  next: string;
  kind: string;
  why: string;
  since: string;
  number: string | null;
  customerName: string | null;
}

let quittance: Quittance;
let mara: Caller;
let today: string;
let count = 0;

beforeAll(async () => {
  quittance = await startQuittance();
  mara = await quittance.as(['clerk', 'manager', 'admin'], 'mara');
  today = quittance.clock.today();
});
afterAll(() => quittance?.stop());

const ago = (days: number): string => addDays(today, -days);
const lastPosition = async () => String((await quittance.facts()).at(-1)!.position.commit);

async function person(more: Body = {}): Promise<string> {
  const personId = `W-${(count += 1)}`;
  await mara.done('/v1/people', { personId, name: personId, email: `${personId}@example.org`, ...more });
  return personId;
}
async function customer(ownerId: string): Promise<string> {
  const customerId = `W-${(count += 1)}`;
  await mara.done('/v1/customers', { customerId, name: `${customerId} S.r.l.`, ownerId });
  return customerId;
}
async function invoice(customerId: string, more: Body = {}): Promise<string> {
  const dates = { issuedOn: ago(60), dueOn: ago(40) };
  const number = `W-${(count += 1)}`;
  return (
    await mara.done('/v1/invoices', {
      number,
      customerId,
      ...dates,
      currency: 'EUR',
      total: '100.00',
      ...more,
    })
  ).id;
}

/** What a person has to do, in order. */
async function todo(ownerId: string, query = ''): Promise<Item[]> {
  const { body } = await mara.get<{ items: Item[] }>(
    `/v1/work?ownerId=${ownerId}${query && `&${query}`}`,
    await lastPosition(),
  );
  if (!body.items) throw new Error(JSON.stringify(body));
  return body.items;
}
const kinds = (items: Item[]): string[] => items.map(({ kind }) => kind);

/** An owner for whom there is something of each kind to do. */
async function busy(): Promise<{ owner: string; boss: string; customerId: string }> {
  const boss = await person();
  const owner = await person({ managerId: boss });
  const customerId = await customer(owner);
  const broken = await invoice(customerId);
  await mara.done(`/v1/invoices/${broken}/promises`, {
    amount: '60.00',
    madeOn: ago(10),
    promisedOn: ago(5),
  });
  const disputed = await invoice(customerId, { dueOn: addDays(today, 9) });
  const why = { reasonCode: 'quality', reason: 'It came broken.', ownerId: owner };
  await mara.done(`/v1/invoices/${disputed}/disputes`, { amount: '10.00', disputedOn: ago(4), ...why });
  const money = { amount: '7.00', currency: 'EUR', receivedOn: ago(3), payerId: customerId };
  await mara.done('/v1/payments', money);
  await mara.done(`/v1/customers/${customerId}/notes`, { text: 'Call again.', followUpOn: today });
  return { owner, boss, customerId };
}

story(
  'life',
  'D5',
  'The work list says what is to be done today and why, the most urgent first',
  async (show) => {
    const { owner, boss, customerId } = await busy();
    await mara.get('/v1/invoices?limit=1', await lastPosition());
    await mara.done('/v1/dunning/runs', { on: today });
    const items = await todo(owner);
    const facets = await mara.get<{ facets: { kind: { values: { value: string; count: number }[] } } }>(
      `/v1/work/facets?of=kind&ownerId=${owner}`,
    );
    const { escalatedTo } = { escalatedTo: await todo(boss) };
    show({
      input:
        'a broken promise, a dispute, money on account, a note to come back to, an invoice 40 days overdue',
      right: {
        theirs: ['broken-promise', 'dispute-to-answer', 'payment-to-allocate', 'follow-up'],
        why: `60.00 EUR promised by ${ago(5)}`,
        since: ago(4),
        who: `${customerId} S.r.l.`,
        manager: ['escalated'],
        counts: 4,
      },
      got: {
        theirs: kinds(items),
        why: items[0]?.why,
        since: items[0]?.since,
        who: items[0]?.customerName,
        manager: kinds(escalatedTo),
        counts: facets.body.facets.kind.values.reduce((sum, { count: many }) => sum + many, 0),
      },
    });
    const { id: money, next } = items[2]!;
    show({
      input: 'what to do with the money: a link to its proposals',
      right: `Accept a proposal (/v1/payments/${money.split('.')[1]}/proposals), allocate it, or pay it back`,
      got: next,
    });
    // Nobody manages the manager: what escalates of theirs goes to nobody, and that is something to do.
    const alone = await person();
    await invoice(await customer(alone));
    await mara.get('/v1/invoices?limit=1', await lastPosition());
    await mara.done('/v1/dunning/runs', { on: today });
    expect(kinds(await todo(alone))).toEqual(['no-manager']);
  },
);

story(
  'life',
  'D5',
  'What was done is off the list, what was put off until its day; the past stays as it was',
  async (show) => {
    const { owner } = await busy();
    const [first, second] = await todo(owner);
    const known = (await quittance.facts()).at(-1)!.recordedAt.toISOString();
    await mara.done(`/v1/work/${first!.id}/done`, { note: 'They pay tomorrow.' });
    await mara.done(`/v1/work/${second!.id}/snooze`, { until: addDays(today, 2), reason: 'They are away.' });
    show({
      input: 'the first of four done, the second put off for two days',
      right: {
        now: ['payment-to-allocate', 'follow-up'],
        'in two days': ['dispute-to-answer', 'payment-to-allocate', 'follow-up'],
        'known before': ['broken-promise', 'dispute-to-answer', 'payment-to-allocate', 'follow-up'],
        'four days ago': ['broken-promise', 'dispute-to-answer'],
      },
      got: {
        now: kinds(await todo(owner)),
        'in two days': kinds(await todo(owner, `asOf=${addDays(today, 2)}`)),
        'known before': kinds(await todo(owner, `knownAt=${known}`)),
        'four days ago': kinds(await todo(owner, `asOf=${ago(4)}`)),
      },
    });
    const code = async (path: string, body: Body) => (await mara.refused(`/v1/work/${path}`, body)).code;
    expect(await code(`${first!.id}/done`, {})).toBe('already-done');
    expect(await code('broken-promise.none/done', {})).toBe('work-not-found');
    expect(await code(`${second!.id}/snooze`, { until: today, reason: 'x' })).toBe('invalid');
    const replayed = { key: 'work-done-twice' };
    const third = (await todo(owner))[0]!;
    const once = await mara.done(`/v1/work/${third.id}/done`, {}, replayed);
    expect(await mara.done(`/v1/work/${third.id}/done`, {}, replayed)).toEqual(once);
  },
);

story(
  'life',
  'D5',
  'Who is away has their work done by a deputy, from the first to the last day',
  async (show) => {
    const { owner } = await busy();
    const deputy = await person();
    await mara.done(`/v1/people/${owner}/absences`, { from: today, to: addDays(today, 9), deputyId: deputy });
    show({
      input: 'an owner away from today on for ten days',
      right: { deputy: 4, owner: 4, yesterday: 0, 'when they are back': 0 },
      got: {
        deputy: (await todo(deputy)).length,
        owner: (await todo(owner)).length,
        yesterday: (await todo(deputy, `asOf=${ago(1)}`)).length,
        'when they are back': (await todo(deputy, `asOf=${addDays(today, 10)}`)).length,
      },
    });
  },
);

story('life', 'D5', 'A plan that was broken waits on the list until another one holds', async (show) => {
  const owner = await person();
  const id = await invoice(await customer(owner));
  const plan = (days: number) =>
    mara.done(`/v1/invoices/${id}/plans`, {
      ...{ agreedOn: ago(days), reason: 'Their client pays late.' },
      instalments: [
        { dueOn: ago(days - 5), amount: '50.00' },
        { dueOn: addDays(today, 30), amount: '50.00' },
      ],
    });
  await plan(20);
  const broken = await todo(owner);
  await plan(3);
  show({
    input: 'a plan whose first part, 15 days ago, was not paid; then another one',
    right: [[['plan-broken', ago(14)]], []],
    got: [broken.map(({ kind, since }) => [kind, since]), kinds(await todo(owner, 'kind=plan-broken'))],
  });
});

story('life', 'D5', 'What needs a second person waits on the list', async (show) => {
  const owner = await person();
  const id = await invoice(await customer(owner));
  await mara.done('/v1/settings/limits', { writeOffSecondPersonFrom: { EUR: '50.00' } });
  const asked = { amount: '60.00', reasonCode: 'uncollectable', reason: 'They are gone.' };
  const { writeOffId } = await mara.done<{ writeOffId: string }>(`/v1/invoices/${id}/write-offs`, asked);
  const waiting = await todo(owner, 'kind=approval-waiting');
  const otto = await quittance.as(['manager'], 'otto');
  await otto.done(`/v1/invoices/${id}/write-offs/${writeOffId}/approval`, {});
  show({
    input: 'a write-off that needs a second person; then it is approved',
    right: { before: [`approval-waiting.${writeOffId}`], after: [] },
    got: { before: waiting.map(({ id: item }) => item), after: kinds(await todo(owner)) },
  });
});
