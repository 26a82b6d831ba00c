import { addDays } from '@quittance/kernel';
import { added, Histories } from '../support/histories.js';
import type { Caller } from '../support/quittance.js';
import { story } from '../support/story.js';

// One firm that was registered twice: reports before the day of the merge show two, later ones one, and no money moves.

jest.setTimeout(60_000);

type Body = Record<string, unknown>;
interface Row {
  key: string;
  open: string;
  unapplied: string;
  balanced: boolean;
}

let histories: Histories;
let mara: Caller;
let today: string;
let count = 0;

beforeAll(async () => {
  histories = await Histories.start();
  mara = await histories.running.as(['clerk', 'manager'], 'mara');
  today = histories.running.clock.today();
  for (const personId of ['lea', 'otto'])
    await mara.done('/v1/people', { personId, name: personId, email: `${personId}@example.org` });
});
afterAll(() => histories?.stop());

const ago = (days: number): string => addDays(today, -days);
const read = async (path: string, after?: string): Promise<Body> => (await mara.get(path, after)).body;

/** A firm that was registered twice, each with 100.00 open for 30 days and money on account of its own. */
async function twice(): Promise<[first: string, second: string, invoiceId: string]> {
  const ids = [`M-${(count += 1)}`, `M-${(count += 1)}`] as const;
  let invoiceId = '';
  for (const [i, customerId] of ids.entries()) {
    await mara.done('/v1/customers', { customerId, name: 'Rossi', ownerId: ['lea', 'otto'][i] });
    const document = {
      number: `R-${customerId}`,
      customerId,
      currency: 'EUR',
      total: '100.00',
      ownerId: 'mara',
    };
    invoiceId = (await mara.done('/v1/invoices', { ...document, issuedOn: ago(40), dueOn: ago(30) })).id;
    const money = { amount: `${i + 1}.00`, currency: 'EUR', receivedOn: ago(20), payerId: customerId };
    await mara.done('/v1/payments', money);
  }
  return [...ids, invoiceId];
}
const merge = (customerId: string, intoCustomerId: string, mergedOn?: string) =>
  mara.done(`/v1/customers/${customerId}/merge`, { intoCustomerId, reason: 'Registered twice.', mergedOn });

/** Of customers: what is open and on account, in aging by customer. */
async function aged(of: readonly string[], query: string, after?: string): Promise<object> {
  const { rows } = await read(`/v1/reports/aging?by=customer&limit=500&${query}`, after);
  const found = (rows as Row[]).filter(({ key }) => of.includes(key));
  expect(found.every(({ balanced }) => balanced)).toBe(true);
  return Object.fromEntries(found.map(({ key, open, unapplied }) => [key, [open, unapplied]]));
}

story(
  'life',
  'D3',
  'Merged, two customers are one in every report from that day on, and two before',
  async (show) => {
    const [first, second] = await twice();
    const { position } = await merge(second, first, ago(10));
    const known = (await histories.running.facts()).at(-2)!.recordedAt.toISOString();
    const both = [first, second];
    const listed = async (query: string) => {
      const { items } = await read(`/v1/customers?id=${both.join(',')}&${query}`);
      return (items as { id: string; balances: { open: string }[] }[]).map(({ id, balances }) => [
        id,
        balances[0]?.open,
      ]);
    };
    const held = async (query: string) => {
      const { rows } = await read(`/v1/reports/aging?by=owner&${query}`);
      return (rows as Row[])
        .filter(({ unapplied }) => /^[123]\.00$/.test(unapplied))
        .map(({ key, unapplied }) => [key, unapplied]);
    };
    show({
      input: 'two registrations of one firm, merged as of 10 days ago',
      right: {
        before: { [first]: ['100.00', '1.00'], [second]: ['100.00', '2.00'] },
        after: { [first]: ['200.00', '3.00'] },
        'not yet known': { [first]: ['100.00', '1.00'], [second]: ['100.00', '2.00'] },
        lists: [
          [[first, '200.00']],
          [
            [first, '100.00'],
            [second, '100.00'],
          ],
        ],
        'on account by owner': [
          [['lea', '3.00']],
          [
            ['lea', '1.00'],
            ['otto', '2.00'],
          ],
        ],
      },
      got: {
        before: await aged(both, `asOf=${ago(11)}`, position),
        after: await aged(both, `asOf=${ago(10)}`),
        'not yet known': await aged(both, `asOf=${ago(10)}&knownAt=${known}`),
        lists: [await listed(''), await listed(`asOf=${ago(11)}`)],
        'on account by owner': [await held(''), await held(`asOf=${ago(11)}`)],
      },
    });
    expect(await read(`/v1/customers/${second}`)).toMatchObject({ mergedInto: first, balances: [] });
    expect(await read('/v1/customers?sort=-balance&balanceCurrency=EUR&limit=1')).toMatchObject({
      items: [{ id: first, balances: [{ balance: '197.00' }] }],
    });
  },
);

story('life', 'D3', 'Undone, they were two all the time; and merges follow one another', async (show) => {
  const [first, second] = await twice();
  const [third] = await twice();
  const all = [first, second, third];
  await merge(second, first, ago(5));
  const { position } = await merge(first, third, ago(5));
  const known = (await histories.running.facts()).at(-1)!.recordedAt.toISOString();
  const chained = await aged(all, '', position);
  const undone = await mara.done(`/v1/customers/${second}/merge/undo`, { reason: 'They are two.' });
  show({
    input: 'the second merged into the first, the first into the third; then the first merge undone',
    right: {
      chained: { [third]: ['300.00', expect.any(String)] },
      undone: { [second]: ['100.00', '2.00'], [third]: ['200.00', expect.any(String)] },
      'as known before the undo': { [third]: ['300.00', expect.any(String)] },
    },
    got: {
      chained,
      undone: await aged(all, '', undone.position),
      'as known before the undo': await aged(all, `knownAt=${known}`),
    },
  });
});

story(
  'life',
  'D3',
  'Who was merged is named no more; circles, and what is not there, are refused',
  async (show) => {
    const [first, second, invoiceId] = await twice();
    const [third] = await twice();
    await merge(second, first);
    const code = async (path: string, body: Body) => {
      const { status, code, errors } = await mara.refused(path, body);
      return [status, code, ...(code === 'merged' ? [errors[0]!.value] : [])];
    };
    const because = { reason: 'It is.' };
    const invoice = {
      number: 'R-x',
      customerId: second,
      issuedOn: today,
      dueOn: today,
      currency: 'EUR',
      total: '1.00',
    };
    show({
      input:
        'issue, pay, change, merge again; into themselves, into the merged one, round in a circle; an undo of nothing',
      right: [
        ...Array<unknown>(4).fill([409, 'merged', first]),
        [422, 'invalid'],
        [409, 'merged', first],
        [409, 'circle'],
        [409, 'not-merged'],
        [404, 'customer-not-found'],
      ],
      got: [
        await code('/v1/invoices', invoice),
        await code('/v1/payments', { amount: '1.00', currency: 'EUR', receivedOn: today, payerId: second }),
        await code(`/v1/customers/${second}/changes`, { segment: 'x' }),
        await code(`/v1/customers/${second}/merge`, { ...because, intoCustomerId: third }),
        await code(`/v1/customers/${third}/merge`, { ...because, intoCustomerId: third }),
        await code(`/v1/customers/${third}/merge`, { ...because, intoCustomerId: second }),
        await code(`/v1/customers/${first}/merge`, { ...because, intoCustomerId: second }),
        await code(`/v1/customers/${third}/merge/undo`, because),
        await code('/v1/customers/nobody/merge/undo', because),
      ],
    });
    const clerk = await histories.running.as('clerk', 'carl');
    expect(
      (await clerk.refused(`/v1/customers/${third}/merge`, { ...because, intoCustomerId: first })).status,
    ).toBe(403);
    // A document keeps the customer it was issued to: a credit note for it is theirs.
    const note = { issuedOn: today, currency: 'EUR', total: '5.00', reasonCode: 'price', ...because };
    const applications = [{ invoiceId, amount: '5.00' }];
    const credited = await mara.done('/v1/credit-notes', {
      ...note,
      number: 'N-1',
      customerId: second,
      applications,
    });
    expect(credited).toMatchObject({ applications: [{ status: 'applied' }] });
    expect(
      (await mara.refused('/v1/credit-notes', { ...note, number: 'N-2', customerId: second })).code,
    ).toBe('merged');
  },
);

story('life', 'D3', 'An import goes on with whoever the customer is now', async (show) => {
  const before = await histories.file('I-1;twin;Twin;2.1.2026;1.2.2026;100;;');
  await histories.imported(before);
  const into = 'the-firm';
  await mara.done('/v1/customers', { customerId: into, name: 'The firm' });
  await merge('twin', into);
  const rows = ['I-1;twin;Twin;2.1.2026;1.2.2026;100;;', 'I-2;twin;Twin;2.2.2026;1.3.2026;50;3.3.2026;20'];
  const ran = await histories.imported(await histories.file(...rows), '--stated-as-effective');
  const { items } = await read('/v1/invoices?number=I-2');
  show({
    input: 'a file of a customer who was merged since: a row that is there, and a new one',
    right: { unchanged: 1, rejected: 0, added: added(0, 1, 1), of: into, open: '130.00' },
    got: {
      ...{ unchanged: ran.last?.unchanged, rejected: ran.last?.rejected, added: ran.last?.added },
      of: (items as { customerId: string }[])[0]?.customerId,
      open: (Object.values(await aged([into], ''))[0] as string[])[0],
    },
  });
});
