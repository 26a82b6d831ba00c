import { addDays } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// Customers and those who look after them change; what was so before stays so for questions about earlier days.

type Body = Record<string, unknown>;

let quittance: Quittance;
let mara: Caller;
let today: string;
let count = 0;

beforeAll(async () => {
  quittance = await startQuittance();
  mara = await quittance.as(['clerk', 'manager'], 'mara');
  today = quittance.clock.today();
  for (const personId of ['lea', 'otto'])
    await mara.done('/v1/people', { personId, name: personId, email: `${personId}@example.org` });
});
afterAll(() => quittance?.stop());

const ago = (days: number): string => addDays(today, -days);

/** A new customer. */
async function customer(more: Body = {}): Promise<string> {
  const customerId = `C-${(count += 1)}`;
  await mara.done('/v1/customers', { customerId, name: `Rossi ${count}`, registeredOn: ago(100), ...more });
  return customerId;
}

async function invoice(customerId: string, more: Body = {}) {
  const dates = { issuedOn: ago(30), dueOn: ago(10) };
  return mara.done<Body & { id: string; position: string }>('/v1/invoices', {
    ...{ number: `R-${(count += 1)}`, customerId, ...dates, currency: 'EUR', total: '100.00', ...more },
  });
}
const read = async (path: string, after?: string): Promise<Body> => (await mara.get(path, after)).body;

describe('what is known of a customer changes field by field', () => {
  story(
    'life',
    'D1',
    'A changed customer is what it was on earlier days, and as known earlier',
    async (show) => {
      const id = await customer({ email: 'old@rossi.example', ownerId: 'lea' });
      const { position } = await mara.done(`/v1/customers/${id}/changes`, {
        ...{ name: 'Rossi S.p.A.', email: null, segment: 'public', ownerId: 'otto', changedOn: ago(20) },
        ...{ address: { city: 'Milano' }, contacts: [{ purpose: 'dunning', email: 'neri@rossi.example' }] },
        ...{ creditLimit: { EUR: '5000' }, highValue: true },
      });
      const known = new Date((await quittance.facts()).at(-1)!.recordedAt.getTime()).toISOString();
      const back = await mara.done(`/v1/customers/${id}/changes`, { segment: 'retail', changedOn: ago(40) });
      const of = async (query: string) => {
        const { name, email, segment, ownerId, creditLimit } = await read(
          `/v1/customers/${id}?${query}`,
          back.position,
        );
        return { name, email, segment, ownerId, creditLimit };
      };
      const first = {
        name: expect.stringMatching(/^Rossi \d/) as string,
        email: 'old@rossi.example',
        ownerId: 'lea',
      };
      const then = {
        name: 'Rossi S.p.A.',
        email: null,
        segment: 'public',
        ownerId: 'otto',
        creditLimit: { EUR: '5000.00' },
      };
      expect(position).not.toBe(back.position);
      show({
        input: 'changed 20 days ago; recorded later: its segment 40 days ago',
        right: {
          '50 days ago': first,
          '30 days ago': { ...first, segment: 'retail' },
          today: then,
          'known before': first,
        },
        got: {
          '50 days ago': await of(`asOf=${ago(50)}`),
          '30 days ago': await of(`asOf=${ago(30)}`),
          today: await of(''),
          'known before': await of(`asOf=${ago(30)}&knownAt=${known}`),
        },
      });
      const listed = await read(`/v1/customers?segment=retail&asOf=${ago(30)}`);
      expect(listed).toMatchObject({ items: [{ id, segment: 'retail' }] });
      expect(await read('/v1/customers?segment=retail')).toMatchObject({ items: [] });
    },
  );

  story(
    'life',
    'D1',
    'Invoices that leave owner and terms to the customer take those of their day',
    async (show) => {
      const id = await customer({ ownerId: 'lea', terms: { type: 'net', days: 10 } });
      const change = { ownerId: 'otto', terms: { type: 'net', days: 60 }, changedOn: ago(20) };
      await mara.done(`/v1/customers/${id}/changes`, change);
      const issued = async (days: number) => {
        const { id: one, position } = await invoice(id, { issuedOn: ago(days), dueOn: undefined });
        const { ownerId, dueOn } = await read(`/v1/invoices/${one}`, position);
        return { ownerId, dueOn };
      };
      const money = { amount: '7.00', currency: 'EUR', receivedOn: ago(40), payerId: id };
      const { position } = await mara.done('/v1/payments', money);
      const unapplied = async (days: number) => {
        const { rows } = await read(`/v1/reports/aging?by=owner&asOf=${ago(days)}`, position);
        const found = (rows as { key: string; unapplied: string }[]).filter(
          (row) => row.unapplied === '7.00',
        );
        return found.map(({ key }) => key);
      };
      show({
        input: 'owner and terms changed 20 days ago; money on account since 40 days',
        right: [
          { ownerId: 'lea', dueOn: ago(20) },
          { ownerId: 'otto', dueOn: addDays(ago(20), 60) },
          [['lea'], ['otto']],
        ],
        got: [await issued(30), await issued(20), [await unapplied(21), await unapplied(20)]],
      });
    },
  );

  story('life', 'D1', 'The audit trail says what was before, until they are erased', async (show) => {
    const id = await customer({ phone: '+39 02 555' });
    const changed = await mara.done(`/v1/customers/${id}/changes`, {
      ...{ phone: '+39 06 777', vatId: 'IT01234567890', segment: 'public', changedOn: ago(3) },
    });
    const said = async (after: string) => {
      const { items } = await read(`/v1/audit?customer=${id}&type=CustomerChanged`, after);
      return (items as { sentence: string }[])[0]?.sentence;
    };
    const before = await said(changed.position);
    const admin = await quittance.as('admin', 'ada');
    const erased = await admin.done('/v1/erasures', { customerId: id, reason: 'Request 7.' });
    const sentence = `mara changed customer ${id}, counting from ${ago(3)}, segment public`;
    show({
      input: 'phone, VAT id and segment changed; then erased',
      right: [
        `${sentence}, phone from +39 02 555 to +39 06 777, VAT id IT01234567890`,
        `${sentence}, phone (erased), VAT id (erased)`,
      ],
      got: [before, await said(erased.position)],
    });
    const { rows } = await quittance.pool.query(
      `select field from live.customer_lines where of_id = $1 and (value::text ~ '777|IT0' or before::text ~ '555')`,
      [id],
    );
    expect(rows).toEqual([]);
    expect(await read(`/v1/customers/${id}`)).not.toHaveProperty('vatId');
    expect(await mara.refused(`/v1/customers/${id}/changes`, { phone: '1' })).toMatchObject({
      code: 'person-erased',
    });
  });

  it('is refused where a field is wrong, field by field', async () => {
    const id = await customer();
    const refused = async (body: object) => (await mara.refused(`/v1/customers/${id}/changes`, body)).fields;
    expect(await refused({})).toEqual([' names-a-field']);
    expect(await refused({ name: null })).toEqual(['/name text']);
    expect(await refused({ contacts: [{ purpose: 'love' }], highValue: 'yes' })).toEqual([
      '/contacts/0/purpose one-of',
      '/highValue true-or-false',
    ]);
    expect(await refused({ creditLimit: { EUR: 5 } })).toEqual(['/creditLimit limits']);
    expect((await mara.refused('/v1/customers/nobody/changes', { phone: '1' })).code).toBe(
      'customer-not-found',
    );
  });
});

describe('people change', () => {
  story(
    'life',
    'D2',
    'A person changes field by field, and an escalation goes to the new manager',
    async (show) => {
      const personId = `P-${(count += 1)}`;
      const person = { personId, name: 'Pia', email: 'pia@example.org', managerId: 'lea' };
      await mara.done('/v1/people', person);
      const first = await mara.done(`/v1/people/${personId}/changes`, {
        name: 'Pia Neri',
        managerId: 'otto',
      });
      const id = (await invoice(await customer(), { ownerId: personId, dueOn: ago(30) })).id;
      await mara.get('/v1/invoices?limit=1', String((await quittance.facts()).at(-1)!.position.commit));
      await mara.done('/v1/dunning/runs', { on: today });
      const escalated = (await quittance.facts()).find(
        ({ stream, type }) => stream === `dunning-${id}` && type === 'InvoiceEscalated',
      );
      const { escalatedTo } = escalated!.data;
      const again = await mara.done('/v1/people', person);
      const { name, managerId } = await read(`/v1/people/${personId}`);
      show({
        input: 'manager changed from lea to otto; the person registered again as at first',
        right: { name: 'Pia Neri', managerId: 'otto', escalatedTo: 'otto', again: first.revision },
        got: { name, managerId, escalatedTo, again: again.revision },
      });
      expect((await mara.refused('/v1/people/none/changes', { name: 'x' })).code).toBe('person-not-found');
    },
  );
});

describe('a credit limit', () => {
  story(
    'life',
    'D7',
    'An issue above the credit limit is not refused: it says so, and is something to do',
    async (show) => {
      const id = await customer({ ownerId: 'lea' });
      await mara.done(`/v1/customers/${id}/changes`, { creditLimit: { EUR: '250.00' } });
      const money = { amount: '20.00', currency: 'EUR', receivedOn: ago(3), payerId: id };
      await mara.done('/v1/payments', money);
      const over = [];
      for (let i = 0; i < 3; i += 1) {
        const issued = await invoice(id);
        await mara.get('/v1/invoices?limit=1', issued.position);
        over.push(issued.overLimit ?? 'within');
      }
      const other = await invoice(id, { currency: 'CHF', total: '900.00' });
      const { items } = await read(`/v1/work?kind=over-limit&customerId=${id}`, other.position);
      show({
        input: 'a limit of 250.00 EUR, 20.00 on account; three invoices over 100.00, one over 900.00 CHF',
        right: {
          over: [
            'within',
            'within',
            { limit: '250.00', owed: '280.00', judgedAt: expect.any(String) as string },
          ],
          'in another currency': 'within',
          'to do': ['280.00 EUR owed with it, at most 250.00'],
        },
        got: {
          over,
          'in another currency': other.overLimit ?? 'within',
          'to do': (items as { why: string }[]).map(({ why }) => why),
        },
      });
      const history = await read(`/v1/invoices/${(items as { invoiceId: string }[])[0]!.invoiceId}/history`);
      expect(JSON.stringify(history)).toContain(
        'above the credit limit: 280.00 owed with it, at most 250.00',
      );
    },
  );
});
