import { randomUUID } from 'node:crypto';
import type { Position } from '@quittance/event-store';
import { addDays } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';

// What is refused at the doors of the writes: by name of the field and the rule, and without a trace in the log.

let quittance: Quittance;
let clerk: Caller;
let manager: Caller;
let euros: string; // an open invoice of 100.00 EUR
let yen: string;
let before: Position; // the last fact that is meant to be there

const invoice = {
  number: 'N-1',
  customerId: 'C-1',
  issuedOn: '2026-01-05',
  dueOn: '2026-02-04',
  currency: 'EUR',
  total: '100.00',
};
const payment = { amount: '100.00', currency: 'EUR', receivedOn: '2026-01-20' };

beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as(['clerk', 'importer']);
  manager = await quittance.as('manager', 'mara');
  await manager.done('/v1/people', { personId: 'bert', name: 'Bert', email: 'bert@example.com' });
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
  euros = (await clerk.done('/v1/invoices', { ...invoice, number: 'EUR-1' })).id;
  const inYen = { ...invoice, number: 'JPY-1', currency: 'JPY', total: '5000' };
  yen = (await clerk.done('/v1/invoices', inYen)).id;
  before = (await quittance.facts()).at(-1)!.position;
});
afterAll(() => quittance?.stop());

afterEach(async () => {
  expect(await quittance.facts(before)).toEqual([]);
});

type Case = [what: string, change: Record<string, unknown>, status: number, ...fields: string[]];

const today = (): string => quittance.clock.today();
const tomorrow = 'TOMORROW';
/** A field set to undefined is left out; tomorrow is worked out in the entity's zone when the test runs. */
const filled = (body: Record<string, unknown>): string =>
  JSON.stringify(body).replaceAll(tomorrow, addDays(today(), 1));

describe('an invoice is not issued', () => {
  const cases: Case[] = [
    ['without a number', { number: undefined }, 422, '/number required'],
    [
      'without anything',
      Object.fromEntries(Object.keys(invoice).map((name) => [name, undefined])),
      422,
      '/number required',
      '/customerId required',
      '/issuedOn required',
      '/currency required',
      '/total required',
    ],
    ['with a field it has not', { totale: '1' }, 422, '/totale unknown-field'],
    ['with an internal field', { invoiceId: randomUUID() }, 422, '/invoiceId unknown-field'],
    ['with the context of a command', { context: { key: 'x' } }, 422, '/context unknown-field'],
    ['on a day that does not exist', { issuedOn: '2026-02-30' }, 422, '/issuedOn date'],
    ['due on a day that does not exist', { dueOn: '2026-2-3' }, 422, '/dueOn date'],
    ['due before it is issued', { dueOn: '2026-01-04' }, 422, '/dueOn not-before-issue'],
    ['with neither a due date nor terms', { dueOn: undefined }, 422, '/dueOn required'],
    ['with both a due date and terms', { terms: { type: 'net', days: 30 } }, 422, '/terms either'],
    ['with terms of no kind', { dueOn: undefined, terms: { type: 'soon' } }, 422, '/terms/type one-of'],
    [
      'with a fraction of a day',
      { dueOn: undefined, terms: { type: 'net', days: 1.5 } },
      422,
      '/terms/days whole',
    ],
    ['over 1e3', { total: '1e3' }, 422, '/total amount'],
    ['over -0', { total: '-0' }, 422, '/total amount'],
    ['over -5.00', { total: '-5.00' }, 422, '/total amount'],
    ['over 100,00', { total: '100,00' }, 422, '/total amount'],
    ['over a JSON number', { total: 100 }, 422, '/total amount'],
    ['over 0.001 EUR', { total: '0.001' }, 422, '/total decimals'],
    ['over 1.5 JPY', { total: '1.5', currency: 'JPY' }, 422, '/total decimals'],
    ['over nothing', { total: '0.00' }, 422, '/total positive'],
    ['in gold', { currency: 'XAU' }, 422, '/currency currency'],
    ['in no currency', { currency: 'QQQ' }, 422, '/currency currency'],
    ['when net and VAT are not the total', { net: '80.00', vat: '19.99' }, 422, '/total adds-up'],
    [
      'when its lines are not the total',
      { lines: [{ amount: '60.00' }, { amount: '39.99' }] },
      422,
      '/total adds-up',
    ],
    [
      'with a line of 1e3',
      { lines: [{ amount: '100.00' }, { amount: '1e3' }] },
      422,
      '/lines/1/amount amount',
    ],
    ['with a line of no object', { lines: ['100.00'] }, 422, '/lines objects'],
    ['to a customer nobody registered', { customerId: 'C-404' }, 422, '/customerId exists'],
    ['with an owner nobody knows', { ownerId: 'nobody' }, 422, '/ownerId exists'],
    ['with a number of 5,000 characters', { number: 'x'.repeat(5000) }, 422, '/number text'],
    ['with NUL in its number', { number: 'N\0' }, 422, '/number text'],
    ['with NUL in its notes', { notes: 'a\0b' }, 422, '/notes text'],
    ['with half a character', { notes: '\ud83d' }, 422, '/notes text'],
    [
      'stated as recorded at no instant',
      { statedRecordedAt: '2026-01-05' },
      422,
      '/statedRecordedAt instant',
    ],
    [
      'stated as recorded before the year 1 of UTC',
      { statedRecordedAt: '0001-01-01T00:00:00+14:00' },
      422,
      '/statedRecordedAt instant',
    ],
    [
      'due after the year 9999',
      { issuedOn: '9999-12-31', dueOn: undefined, terms: { type: 'net', days: 30 } },
      422,
      '/terms date',
    ],
    [
      'stated as recorded in the future',
      { statedRecordedAt: '9999-01-01T00:00:00Z' },
      422,
      '/statedRecordedAt not-in-future',
    ],
  ];
  it.each(cases)('%s', async (_what, change, status, ...fields) => {
    const refusal = await clerk.refused('/v1/invoices', filled({ ...invoice, ...change }));
    expect(refusal.fields.sort()).toEqual(fields.sort());
    expect(refusal.status).toBe(status);
  });

  it('under a number that is taken', async () => {
    const refusal = await clerk.refused('/v1/invoices', { ...invoice, number: ' EUR-1 ', total: '7.00' });
    expect(refusal).toMatchObject({ status: 409, code: 'number-taken' });
  });
});

describe('a payment is not recorded', () => {
  const cases: Case[] = [
    ['of nothing', { amount: '0' }, 422, '/amount positive'],
    ['of 0.001 EUR', { amount: '0.001' }, 422, '/amount decimals'],
    ['of a JSON number', { amount: 100 }, 422, '/amount amount'],
    ['received tomorrow', { receivedOn: tomorrow }, 422, '/receivedOn not-in-future'],
    ['from a payer nobody knows', { payerId: 'C-404' }, 422, '/payerId exists'],
    [
      'to an invoice nobody issued',
      { allocations: [{ invoiceId: randomUUID(), amount: '1.00' }] },
      422,
      '/allocations/0/invoiceId exists',
    ],
    [
      'to something that is no id',
      { allocations: [{ invoiceId: "'; drop", amount: '1.00' }] },
      422,
      '/allocations/0/invoiceId uuid',
    ],
    [
      'to more than 500 invoices',
      { allocations: Array(501).fill({ invoiceId: randomUUID(), amount: '0.01' }) },
      422,
      '/allocations max-items',
    ],
    ['with allocations that are no list', { allocations: {} }, 422, '/allocations list'],
  ];
  it.each(cases)('%s', async (_what, change, status, ...fields) => {
    const refusal = await clerk.refused('/v1/payments', filled({ ...payment, ...change }));
    expect(refusal.fields).toEqual(fields);
    expect(refusal.status).toBe(status);
  });

  it('in another currency than the invoice', async () => {
    const body = { ...payment, allocations: [{ invoiceId: yen, amount: '100.00' }] };
    expect(await clerk.refused('/v1/payments', body)).toMatchObject({
      status: 409,
      code: 'currency-mismatch',
    });
  });

  it('with more allocated than there is, one invoice twice, or nothing allocated', async () => {
    const to = (...amounts: string[]) => ({
      ...payment,
      allocations: amounts.map((amount) => ({ invoiceId: euros, amount })),
    });
    expect((await clerk.refused('/v1/payments', to('100.01'))).fields).toEqual([
      '/allocations/0/amount within-amount',
    ]);
    expect((await clerk.refused('/v1/payments', to('1.00', '2.00'))).fields).toEqual([
      '/allocations/1/invoiceId unique',
    ]);
    expect((await clerk.refused('/v1/payments', to('0.00'))).fields).toEqual([
      '/allocations/0/amount positive',
    ]);
    expect((await clerk.refused('/v1/payments', to('1.001'))).fields).toEqual([
      '/allocations/0/amount decimals',
    ]);
  });
});

describe('an extension or another owner', () => {
  const extension = { agreedDueOn: '2026-03-04', reason: 'asked for', grantedOn: '2026-01-10' };
  const cases: Case[] = [
    ['needs a reason', { reason: undefined }, 422, '/reason required'],
    ['needs more than an empty reason', { reason: '  ' }, 422, '/reason text'],
    ['is not granted tomorrow', { grantedOn: tomorrow }, 422, '/grantedOn not-in-future'],
    ['is not granted before the issue', { grantedOn: '2026-01-04' }, 422, '/grantedOn not-before-issue'],
  ];
  it.each(cases)('%s', async (_what, change, status, ...fields) => {
    const path = `/v1/invoices/${euros}/extensions`;
    const refusal = await clerk.refused(path, filled({ ...extension, ...change }));
    expect(refusal.fields).toEqual(fields);
    expect(refusal.status).toBe(status);
  });

  it('extends, or it is none', async () => {
    const path = `/v1/invoices/${euros}/extensions`;
    const refusal = await clerk.refused(path, { ...extension, agreedDueOn: '2026-02-04' });
    expect(refusal).toMatchObject({ status: 409, code: 'not-an-extension' });
  });

  it('needs a person who is known', async () => {
    const refusal = await clerk.refused(`/v1/invoices/${euros}/owner`, { ownerId: 'nobody', reason: 'r' });
    expect(refusal.fields).toEqual(['/ownerId exists']);
  });

  it.each([randomUUID(), 'abc', "' or 1=1 --", 'a/b', 'x'.repeat(5000), '\0', '%'])(
    'is for an invoice that exists (%#)',
    async (id) => {
      for (const [route, body] of [
        ['extensions', extension],
        ['owner', { ownerId: 'bert', reason: 'r' }],
      ] as const) {
        const refusal = await clerk.refused(`/v1/invoices/${encodeURIComponent(id)}/${route}`, body);
        expect(refusal.status).toBe(404);
      }
    },
  );
});
