import { invoiceBody } from '../support/invoice-body.js';
import { type Caller, type Quittance, startQuittance, type Written } from '../support/quittance.js';
import { story } from '../support/story.js';

let quittance: Quittance;
let clerk: Caller;

beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as('clerk');
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi', currency: 'EUR' });
});
afterAll(() => quittance?.stop());

const issued = async (change: object = {}) => (await clerk.done('/v1/invoices', invoiceBody(change))).id;

interface Paid extends Written {
  allocations: { invoiceId: string; requested: string; applied: string; status: string; code?: string }[];
  unapplied: string;
}
const paid = (amount: string, ...allocations: [invoiceId: string, amount: string][]) =>
  clerk.done<Paid>('/v1/payments', {
    amount,
    currency: 'EUR',
    receivedOn: '2026-01-20',
    allocations: allocations.map(([invoiceId, part]) => ({ invoiceId, amount: part })),
  });
const became = ({ allocations, unapplied }: Paid) => [
  ...allocations.map(({ applied, status, code }) => [applied, status, code].filter(Boolean).join(' ')),
  `unapplied ${unapplied}`,
];

describe('a request that is written differently', () => {
  story('mended-doors', 'B1', 'A retry whose JSON is written differently is a replay', async (show) => {
    const { number, ...body } = invoiceBody({ notes: 'Caffè', total: '12.00' });
    const key = crypto.randomUUID();
    const first = await clerk.post<Written>('/v1/invoices', { number, ...body }, { key });
    const turned = JSON.stringify(Object.fromEntries(Object.entries({ number, ...body }).reverse()));
    const others = [
      turned,
      JSON.stringify({ number, ...body }, null, 3),
      turned.replace('Caffè', 'Caff\\u00E8').replace('"total"', '"\\u0074otal"'),
    ];
    const answers = await Promise.all(others.map((other) => clerk.post('/v1/invoices', other, { key })));
    const got = {
      answers: answers.map(({ status, headers }) => [status, headers.get('idempotency-replayed')]),
      facts: (await quittance.facts()).filter(({ stream }) => stream.endsWith(first.body.id)).length,
    };
    const right = { answers: others.map(() => [201, 'true']), facts: 1 };
    show({ input: others, right, got });
  });

  story(
    'mended-doors',
    'B1',
    'Texts count as they are sent: trimmed, composed or filled in is another',
    async (show) => {
      const body = invoiceBody({ notes: 'Caffè' });
      const key = crypto.randomUUID();
      await clerk.done('/v1/invoices', body, { key });
      const others = [
        { ...body, notes: 'Caffè ' },
        { ...body, notes: 'Caffe\u0300' },
        { ...body, ownerId: clerk.sub },
      ];
      const got: unknown[] = [];
      for (const other of others) got.push((await clerk.refused('/v1/invoices', other, { key })).code);
      show({ input: [body, ...others], right: others.map(() => 'idempotency-key-reused'), got });
    },
  );
});

describe('a write', () => {
  it('answers id, revision and position, as body and as headers', async () => {
    const { status, headers, body } = await clerk.post<Written>('/v1/invoices', invoiceBody());
    expect({ status, body }).toMatchObject({ status: 201, body: { revision: 0 } });
    expect(body.position).toMatch(/^\d+$/);
    expect(headers.get('etag')).toBe('"0"');
    expect(headers.get('quittance-position')).toBe(body.position);
  });

  it('to what is there already answers 200 and the next revision', async () => {
    const id = await issued();
    const extension = { agreedDueOn: '2026-03-04', reason: 'asked for', grantedOn: '2026-01-10' };
    const extended = await clerk.post(`/v1/invoices/${id}/extensions`, extension);
    expect(extended).toMatchObject({ status: 200, body: { id, revision: 1 } });
    const manager = await quittance.as('manager', 'mara');
    await manager.done('/v1/people', { personId: 'bert', name: 'Bert', email: 'bert@example.com' });
    const handed = await clerk.post(`/v1/invoices/${id}/owner`, { ownerId: 'bert', reason: 'his region' });
    expect(handed).toMatchObject({ status: 200, body: { id, revision: 2 } });
  });

  it('keeps ids as text: trimmed, in NFC, with quotes, slashes and 100 characters', async () => {
    for (const customerId of [`O'Neill "& Sons" / <Cork>`, '漢'.repeat(100), '../../etc', '%2F']) {
      const { id, position } = await clerk.done('/v1/customers', {
        customerId: ` ${customerId} `,
        name: 'N',
      });
      expect(id).toBe(customerId);
      const { status, body } = await clerk.get(`/v1/customers/${encodeURIComponent(customerId)}`, position);
      expect({ status, body }).toMatchObject({ status: 200, body: { id: customerId } });
    }
  });
});

describe('a payment', () => {
  it('settles what it is meant for, in part or whole', async () => {
    const id = await issued();
    expect(became(await paid('40.00', [id, '40.00']))).toEqual(['40.00 applied', 'unapplied 0.00']);
    expect(became(await paid('60', [id, '60.0']))).toEqual(['60.00 applied', 'unapplied 0.00']);
  });

  it('leaves unapplied what an invoice cannot take', async () => {
    const [open, settled] = [await issued(), await issued()];
    await paid('100.00', [settled, '100.00']);
    const over = await paid('250.00', [open, '120.00'], [settled, '30.00']);
    expect(became(over)).toEqual([
      ...['100.00 applied less-open', '0.00 refused nothing-open', 'unapplied 150.00'],
    ]);
  });

  it('may be for no invoice', async () => {
    expect(became(await paid('5.00'))).toEqual(['unapplied 5.00']);
  });

  it('may be for 500 invoices', async () => {
    const ids: string[] = [];
    for (let first = 0; first < 500; first += 25) {
      ids.push(...(await Promise.all(Array.from({ length: 25 }, () => issued({ total: '1.00' })))));
    }
    const whole = await paid('500.00', ...ids.map((id): [string, string] => [id, '1.00']));
    expect(whole.unapplied).toBe('0.00');
    expect(new Set(whole.allocations.map(({ status }) => status))).toEqual(new Set(['applied']));
  }, 180_000);

  it('of the same source and external id is recorded once', async () => {
    const body = {
      amount: '7.00',
      currency: 'EUR',
      receivedOn: '2026-01-20',
      source: 'bank',
      externalId: 'B-1',
    };
    const first = await clerk.post<Written>('/v1/payments', body);
    const again = await clerk.post<Written>('/v1/payments', body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.id).toBe(first.body.id);
    expect((await clerk.refused('/v1/payments', { ...body, amount: '8.00' })).status).toBe(409);
    const facts = await quittance.facts();
    expect(facts.filter(({ stream }) => stream === `payment-${first.body.id}`)).toHaveLength(1);
  });
});

/** What a request came to: its status, with the fields that were wrong or the code of the refusal. */
async function cameTo(path: string, body: object): Promise<string> {
  const { status, body: answer } = await clerk.post<{
    code?: string;
    errors?: { field: string; rule: string }[];
  }>(path, body);
  const wrong = answer.errors?.map(({ field, rule }) => `${field} ${rule}`) ?? [];
  return [status, ...(wrong.length > 0 ? wrong : [answer.code ?? []])].flat().join(' ');
}

describe('a date', () => {
  story(
    'mended-doors',
    'B6',
    'No date lies before 1900, no due date ten years and more after the issue',
    async (show) => {
      const cases: [path: string, change: object, right: string][] = [
        ['/v1/invoices', { issuedOn: '1899-12-31', dueOn: '1900-01-31' }, '422 /issuedOn date'],
        ['/v1/invoices', { issuedOn: '1900-01-01', dueOn: '1900-01-31' }, '201'],
        ['/v1/invoices', { dueOn: '2036-01-05' }, '201'],
        ['/v1/invoices', { dueOn: '2036-01-06' }, '422 /dueOn years-after-issue'],
        ['/v1/invoices', { dueOn: '9999-12-31' }, '422 /dueOn years-after-issue'],
        [
          `/v1/invoices/${await issued()}/extensions`,
          { agreedDueOn: '2036-01-06' },
          '422 /agreedDueOn years-after-issue',
        ],
      ];
      for (const [path, change, right] of cases) {
        const body = path.endsWith('/extensions') ? { reason: 'r', ...change } : invoiceBody(change);
        show({ input: change, right, got: await cameTo(path, body) });
      }
    },
  );
});

describe('a currency', () => {
  story(
    'mended-doors',
    'B7',
    'A document is in a currency of its own day; what settles it is in its currency',
    async (show) => {
      const cases: [currency: string, issuedOn: string, right: string][] = [
        ['HRK', '2022-12-31', '201'],
        ['HRK', '2023-01-01', '422 /currency currency'],
        ['ANG', '2025-03-31', '201'],
        ['ANG', '2025-04-01', '422 /currency currency'],
        ['XCG', '2025-03-30', '422 /currency currency'],
        ['XCG', '2025-03-31', '201'],
        ['XAD', '2026-01-15', '201'],
        ['BGN', '2026-01-01', '422 /currency currency'],
      ];
      for (const [currency, issuedOn, right] of cases) {
        const body = invoiceBody({ currency, issuedOn, dueOn: issuedOn });
        show({ input: { currency, issuedOn }, right, got: await cameTo('/v1/invoices', body) });
      }
      const invoiceId = await issued({ currency: 'BGN', issuedOn: '2025-12-31', dueOn: '2025-12-31' });
      const late = { amount: '100.00', currency: 'BGN', receivedOn: '2026-02-01' };
      show({
        input: { ...late, for: 'no invoice' },
        right: '422 /currency currency',
        got: await cameTo('/v1/payments', late),
      });
      const allocations = [{ invoiceId, amount: '100.00' }];
      show({
        input: { ...late, for: 'an invoice of 2025' },
        right: '201',
        got: await cameTo('/v1/payments', { ...late, allocations }),
      });
    },
  );
});

describe('an extension', () => {
  story(
    'mended-doors',
    'B9',
    'An extension that is recorded late is taken for a day on which something was open',
    async (show) => {
      const id = await issued();
      await paid('100.00', [id, '100.00']); // on 2026-01-20
      const cases: [grantedOn: string, right: string][] = [
        ['2026-01-19', '200'],
        ['2026-01-20', '409 already-settled'],
      ];
      for (const [grantedOn, right] of cases) {
        const body = { agreedDueOn: '2026-03-31', reason: 'told late', grantedOn };
        show({
          input: { paidOn: '2026-01-20', grantedOn },
          right,
          got: await cameTo(`/v1/invoices/${id}/extensions`, body),
        });
      }
    },
  );
});
