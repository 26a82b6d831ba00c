import { addDays } from '@quittance/kernel';
import { useInvoices } from '../support/around-invoices.js';
import { story } from '../support/story.js';

// What happens around an invoice beside its money: notes, how it was sent, that it was void.

const its = useInvoices();
const { customer, invoice, of, refused } = its;

story('life', 'C1', 'What was said on the phone stays with its invoice or customer', async (show) => {
  const customerId = await customer();
  const { id } = await invoice({ customerId });
  const text = 'Called Mr Neri: the invoice is with their site office.';
  const followUpOn = addDays(its.today, 7);
  const { noteId } = await its.clerk.done<{ noteId: string }>(`/v1/invoices/${id}/notes`, {
    text,
    followUpOn,
  });
  await its.clerk.done(`/v1/customers/${customerId}/notes`, { text: 'They move in May.' });
  const { items } = await of<{ items: Record<string, unknown>[] }>(`/v1/notes?customerId=${customerId}`);
  const { items: told } = await of<{ items: Record<string, unknown>[] }>(`/v1/invoices/${id}/history`);
  const longest = 'They pay. '.repeat(500).replace(/ $/, '!');
  await its.clerk.done(`/v1/invoices/${id}/notes`, { text: longest });
  const { items: kept } = await of<{ items: Record<string, unknown>[] }>(`/v1/invoices/${id}/history`);
  show({
    input:
      'a note on an invoice, to come back to in a week, one on its customer; one to come back to yesterday; one of 5,000 letters, one of more',
    right: {
      notes: [
        [null, 'They move in May.', null, 'carla'],
        [id, text, followUpOn, 'carla'],
      ],
      noteId: items.find((one) => one.invoiceId === id)?.id,
      told: text,
      yesterday: [422, 'invalid'],
      longest,
      tooLong: [422, 'invalid'],
    },
    got: {
      notes: items
        .map((one) => [one.invoiceId, one.text, one.followUpOn, one.actor])
        .sort(([one]) => (one === null ? -1 : 1)),
      noteId,
      told: told.at(-1)?.reason,
      yesterday: await refused(its.clerk, `/v1/invoices/${id}/notes`, {
        text,
        followUpOn: addDays(its.today, -1),
      }),
      longest: kept.at(-1)?.reason,
      tooLong: await refused(its.clerk, `/v1/invoices/${id}/notes`, { text: `${longest}.` }),
    },
  });
});

story(
  'life',
  'A1',
  'An invoice is issued, then sent; void only while it never left the house',
  async (show) => {
    const [sent, empty, imported, paid] = [
      await invoice(),
      await invoice(),
      await invoice({ source: 'import' }),
      await invoice(),
    ];
    const before = addDays(its.due, -20);
    await its.clerk.done(`/v1/invoices/${sent.id}/sent`, { channel: 'mail', sentOn: addDays(its.due, -10) });
    await its.manager.done(`/v1/invoices/${empty.id}/pauses`, { reason: 'They move.' });
    await its.pay(paid.id, '1.00', its.due);
    const mistake = { reason: 'It was issued to the wrong customer.' };
    const voiding = (id: string) => refused(its.manager, `/v1/invoices/${id}/void`, mistake);
    const byClerk = await refused(its.clerk, `/v1/invoices/${empty.id}/void`, mistake);
    await its.manager.done(`/v1/invoices/${empty.id}/void`, { ...mistake, voidedOn: its.due });
    const cannot = [await voiding(sent.id), await voiding(imported.id), await voiding(paid.id)];
    const said = async (id: string, asOf = its.today): Promise<unknown> => {
      const { document, open, holds } = await of(`/v1/invoices/${id}?asOf=${asOf}`);
      return [document, open, holds];
    };
    const late = await its.clerk.done<{ allocations: object[]; unapplied: string }>('/v1/payments', {
      ...{ amount: '100.00', currency: 'EUR', receivedOn: its.today },
      allocations: [{ invoiceId: empty.id, amount: '100.00' }],
    });
    show({
      input:
        'one sent, one void from its due date on (and paused), one imported, one with a cent paid; then money for the void one',
      right: {
        byClerk: [403, 'forbidden'],
        cannot: [
          [409, 'cannot-void'],
          [409, 'cannot-void'],
          [409, 'cannot-void'],
        ],
        sent: ['sent', '100.00', []],
        before: ['issued', '100.00', []],
        imported: ['sent', '100.00', []],
        void: ['void', '0.00', []],
        notYet: ['issued', '100.00', []],
        number: [409, 'number-taken'],
        late: [expect.objectContaining({ status: 'refused', code: 'void' })],
        unapplied: '100.00',
      },
      got: {
        byClerk,
        cannot,
        sent: await said(sent.id),
        before: await said(sent.id, before),
        imported: await said(imported.id),
        void: await said(empty.id),
        notYet: await said(empty.id, addDays(its.due, -1)),
        number: await refused(its.clerk, '/v1/invoices', {
          ...{ number: (await of<{ number: string }>(`/v1/invoices/${empty.id}`)).number, customerId: 'C-1' },
          ...{ issuedOn: its.due, dueOn: its.due, currency: 'EUR', total: '1.00' },
        }),
        late: late.allocations,
        unapplied: late.unapplied,
      },
    });
  },
);

story(
  'life',
  'A1',
  'What is void is in no report from its day on, on either axis, and the control agrees',
  async (show) => {
    const customerId = await customer('C-void');
    const { id } = await invoice({ customerId });
    const known = await its.now();
    await its.manager.done(`/v1/invoices/${id}/void`, { reason: 'It was a mistake.', voidedOn: its.due });
    type Aging = {
      rows: { key: string; open: string; balanced: boolean }[];
      currencies: { balanced: boolean }[];
    };
    const row = async (by: string, key: string, query: string): Promise<unknown> => {
      const { rows, currencies } = await of<Aging>(`/v1/reports/aging?by=${by}&${query}`);
      const mine = rows.find((one) => one.key === key);
      return [by === 'owner' || mine?.open, mine?.balanced, currencies.every(({ balanced }) => balanced)];
    };
    const [then, yet] = [`asOf=${its.due}`, `asOf=${addDays(its.due, -1)}`];
    show({
      input: 'as of its day; the day before; on its day as known before; then of the owner',
      right: [
        [undefined, undefined, true],
        ['100.00', true, true],
        ['100.00', true, true],
        [true, true, true],
      ],
      got: [
        await row('customer', customerId, then),
        await row('customer', customerId, yet),
        await row('customer', customerId, `${then}&knownAt=${known}`),
        await row('owner', 'owner', then),
      ],
    });
  },
);

/** Whether today's run asks for it or escalates it, and what holds it up. */
async function asked(id: string): Promise<unknown> {
  const { holds } = await of<{ holds: { kind: string }[] }>(`/v1/invoices/${id}`);
  await its.clerk.done('/v1/dunning/runs', { on: its.today });
  const planned = (await its.quittance.facts()).filter(
    ({ stream, type }) => stream === `dunning-${id}` && type !== 'ReminderSkipped',
  );
  return [planned.length, holds.map(({ kind }) => kind)];
}

story(
  'life',
  'C2',
  'What an agency collects, and what an insolvent or paused customer owes, is asked by nobody',
  async (show) => {
    const [free, insolvent, paused] = [await customer(), await customer(), await customer()];
    const [a, b, c] = [
      await invoice({ customerId: free }),
      await invoice({ customerId: insolvent }),
      await invoice({ customerId: paused }),
    ];
    const because = { reason: 'They do not answer.' };
    const path = `/v1/invoices/${a.id}/collections`;
    const handedOverOn = addDays(its.due, 5);
    const agency = { agency: 'Recupero S.p.A.', ...because, handedOverOn };
    const { collectionId } = await its.clerk.done<{ collectionId: string }>(path, agency);
    const since = { since: its.due, ...because };
    const byClerk = await refused(its.clerk, `/v1/customers/${insolvent}/insolvency`, since);
    await its.manager.done(`/v1/customers/${insolvent}/insolvency`, since);
    const { pauseId } = await its.clerk.done<{ pauseId: string }>(`/v1/customers/${paused}/pauses`, because);
    const known = await its.now();
    const held = [await asked(a.id), await asked(b.id), await asked(c.id)];
    await its.clerk.done(`${path}/${collectionId}/return`, { ...because, returnedOn: addDays(its.due, 9) });
    await its.manager.done(`/v1/customers/${insolvent}/insolvency/end`, because);
    await its.clerk.done(`/v1/customers/${paused}/pauses/${pauseId}/end`, {});
    const holdsOn = async (days: number, at = ''): Promise<unknown> =>
      (await of<{ holds: object[] }>(`/v1/invoices/${a.id}?asOf=${addDays(its.due, days)}${at}`)).holds;
    const hold = { kind: 'in-collection', id: collectionId, since: handedOverOn };
    show({
      input:
        'one handed over from day 5 on and back on day 9, an insolvent customer, a paused one: who is asked today, and when all is over',
      right: {
        byClerk: [403, 'forbidden'],
        held: [
          [0, ['in-collection']],
          [0, ['insolvent']],
          [0, ['paused']],
        ],
        over: [
          [1, []],
          [1, []],
          [1, []],
        ],
        days: [[], [hold], []],
        asKnownBefore: [hold],
      },
      got: {
        byClerk,
        held,
        over: [await asked(a.id), await asked(b.id), await asked(c.id)],
        days: [await holdsOn(4), await holdsOn(5), await holdsOn(9)],
        asKnownBefore: await holdsOn(9, `&knownAt=${known}`),
      },
    });
  },
);

story(
  'life',
  'D3',
  'Who is insolvent or paused is not asked under the other name that a merge made theirs either',
  async (show) => {
    const [first, second, third] = [await customer(), await customer(), await customer()];
    const ids = [await invoice({ customerId: first }), await invoice({ customerId: third })];
    const because = { reason: 'Registered twice.' };
    await its.manager.done(`/v1/customers/${second}/insolvency`, { since: its.due, ...because });
    for (const merged of [second, third])
      await its.manager.done(`/v1/customers/${merged}/merge`, { intoCustomerId: first, ...because });
    const both = async (): Promise<unknown> => [await asked(ids[0]!.id), await asked(ids[1]!.id)];
    const held = await both();
    await its.manager.done(`/v1/customers/${second}/merge/undo`, because);
    show({
      input: 'an insolvent customer merged into one, as was a third; then that merge undone',
      right: { held: Array(2).fill([0, ['insolvent']]), undone: Array(2).fill([1, []]) },
      got: { held, undone: await both() },
    });
  },
);
