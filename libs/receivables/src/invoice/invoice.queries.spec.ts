import { story } from '../../../../test/support/story.js';
import { idOf, Ledger } from '../../spec/ledger.js';
import { fiveInvoices } from '../../spec/five-invoices.js';
import { type Response, startReading } from '../../spec/reading.js';

describe('lists of invoices over HTTP', () => {
  let ledger: Ledger;
  let reading: Awaited<ReturnType<typeof startReading>>;
  let get: (url: string, headers?: Record<string, string>) => Promise<Response>;
  let beforePayment: Date;

  beforeAll(async () => {
    ledger = await Ledger.open();
    reading = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' });
    get = reading.get;
    beforePayment = await fiveInvoices(ledger);
  });
  afterAll(async () => {
    await reading.app.close();
    await ledger.close();
  });

  const numbers = async (query: string): Promise<(string | undefined)[]> => {
    const { status, body } = await get(`/v1/invoices?${query}`);
    expect(status).toBe(200);
    return body.items.map(({ number }) => number);
  };

  it('answers one row an invoice, by number, with both due dates and what is open', async () => {
    const { body } = await get('/v1/invoices');
    expect(body.next).toBeNull();
    expect(body.items.map(({ number }) => number)).toEqual([
      ...['2026-1', '2026-2', '2026-3', '2026-4', 'é/"5\''],
    ]);
    expect(body.items[2]).toEqual({
      id: idOf('2026-3'),
      number: '2026-3',
      customerId: `O'Neill/"x"`,
      customerName: 'O’Neill',
      issuedOn: '2026-01-01',
      dueOn: '2026-05-01',
      agreedDueOn: '2026-07-31',
      currency: 'EUR',
      total: '85.00',
      net: null,
      vat: null,
      paid: '0.00',
      open: '85.00',
      document: 'issued',
      settlement: 'open',
      timing: 'not-due',
      status: 'issued',
      closedBy: null,
      overdue: false,
      daysOverdue: 0,
      ownerId: 'otto',
      holds: [
        { kind: 'extended', id: expect.any(String) as string, since: '2026-05-02', until: '2026-07-31' },
      ],
      revision: 2,
    });
  });

  it('works out overdue at asOf: due today is not overdue', async () => {
    expect(await numbers('status=overdue')).toEqual(['2026-2']);
    expect(await numbers('status=overdue&asOf=2026-05-01')).toEqual([]);
    expect(await numbers('status=overdue&asOf=2026-05-02&knownAt=' + beforePayment.toISOString())).toEqual([
      '2026-3',
      '2026-4',
    ]);
    expect(await numbers('status=settled')).toEqual(['2026-4']);
    expect(await numbers('status=open&asOf=2026-06-28')).toEqual(['2026-1', '2026-2', '2026-3']);
  });

  it.each([
    ['number=2026-2', ['2026-2']],
    [`number=${encodeURIComponent('é/"5\'')}`, ['é/"5\'']],
    [`customerId=${encodeURIComponent(`O'Neill/"x"`)}`, ['2026-3', '2026-4']],
    ['ownerId=otto', ['2026-3']],
    ['open=0.01..85.00', ['2026-2', '2026-3', 'é/"5\'']],
    ['dueOn=..2026-06-29&open=0.01..', ['2026-2', '2026-3']],
    ['total=85', ['2026-2', '2026-3']],
    ['daysOverdue=1..', ['2026-2']],
    ['sort=-total,number', ['2026-1', '2026-2', '2026-3', '2026-4', 'é/"5\'']],
    ['sort=total,-number', ['é/"5\'', '2026-4', '2026-3', '2026-2', '2026-1']],
    ['sort=net,-number&currency=EUR', ['é/"5\'', '2026-4', '2026-3', '2026-2', '2026-1']],
    ['number=none', []],
  ])('filters and sorts by shown columns: %s', async (query, expected) => {
    expect(await numbers(query)).toEqual(expected);
    expect(await numbers(`${query}&asOf=2026-06-30`)).toEqual(expected);
    expect(await numbers(`${query}&asOf=2026-06-30&known=stated`)).toEqual(expected);
  });

  it.each([
    '',
    'sort=-total',
    'sort=total,-number',
    'sort=customerName,-dueOn',
    'asOf=2026-06-30&sort=-open',
  ])('pages by cursor without losing or doubling a row: %s', async (query) => {
    const whole = await numbers(query);
    const paged: (string | undefined)[] = [];
    for (let cursor = ''; ;) {
      const { body } = await get(`/v1/invoices?${query}&limit=2${cursor}`);
      paged.push(...body.items.map(({ number }) => number));
      if (!body.next) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(paged).toEqual(whole);
  });

  it('refuses a cursor of another list or one changed by hand', async () => {
    const { next } = (await get('/v1/invoices?limit=1&sort=total')).body;
    const changed = Buffer.from(Buffer.from(next!, 'base64url').toString().replace('7.00', '8.00'));
    for (const wrong of [
      `sort=number&cursor=${next}`,
      `sort=total&status=open&cursor=${next}`,
      `sort=total&cursor=${changed.toString('base64url')}`,
      `sort=total&asOf=2026-01-01&cursor=${next}`,
      'cursor=x',
      'cursor=',
    ]) {
      const { status, body } = await get(`/v1/invoices?${wrong}`);
      expect([wrong, status, body.errors[0]]).toMatchObject([
        wrong,
        422,
        { field: '/cursor', rule: 'cursor' },
      ]);
    }
  });

  it.each([
    ['limit=0', '/limit', 'limit'],
    ['limit=-1', '/limit', 'limit'],
    ['limit=501', '/limit', 'limit'],
    ['limit=abc', '/limit', 'limit'],
    ['limit=', '/limit', 'limit'],
    ['limit=1&limit=2', '/limit', 'once'],
    ['asOf=2026-02-30', '/asOf', 'date'],
    ['asOf=30.06.2026', '/asOf', 'date'],
    ['knownAt=2026-06-30T10:00:00', '/knownAt', 'instant'],
    ['knownAt=2026-06-30', '/knownAt', 'instant'],
    ['knownAt=2999-01-01T00:00:00Z', '/knownAt', 'not-in-future'],
    ['known=later', '/known', 'one-of'],
    ['status=unpaid', '/status', 'one-of'],
    ['sort=nothing', '/sort', 'sort'],
    ['sort=total,total', '/sort', 'sort'],
    ['sort=', '/sort', 'sort'],
    ['open=1e3', '/open', 'range'],
    ['dueOn=2026-13-01..', '/dueOn', 'range'],
    ['id=not-a-uuid', '/id', 'uuid'],
    ['number=%00', '/number', 'text'],
    ['colour=red', '/colour', 'unknown-parameter'],
    ['__proto__=1', '/__proto__', 'unknown-parameter'],
    ['after=abc', '/after', 'position'],
    ['after=1&after=2', '/after', 'position'],
  ])('refuses %s, naming the field and the rule', async (query, field, rule) => {
    const { status, body } = await get(`/v1/invoices?${query}`);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'invalid', errors: [{ field, rule }] });
  });

  it('refuses a filter of 5,000 characters', async () => {
    const { status, body } = await get(`/v1/invoices?number=${'9'.repeat(5_000)}`);
    expect([status, body.errors[0]?.rule, body.errors[0]?.value.length]).toEqual([422, 'text', 100]);
  });

  it('takes an unescaped plus in a zone offset', async () => {
    const { status, body } = await get('/v1/invoices?knownAt=2026-05-30T10:00:00+02:00');
    expect([status, body.knownAt]).toEqual([200, '2026-05-30T08:00:00.000Z']);
  });

  it('takes several values of a filter by comma, and one that has a comma of its own', async () => {
    expect(await numbers('number=2026-1,2026-4')).toEqual(['2026-1', '2026-4']);
    expect(await numbers('ownerId=otto,nobody')).toEqual(['2026-3']);
    expect(await numbers(`id=${idOf('2026-2')},${idOf('2026-3')}`)).toEqual(['2026-2', '2026-3']);
    expect(await numbers('customerName=%3DAlfa, S.r.l.')).toEqual(['2026-1', '2026-2', 'é/"5\'']);
    const { body } = await get(`/v1/invoices?id=${idOf('2026-2')},x`);
    expect(body).toMatchObject({ code: 'invalid', errors: [{ field: '/id', rule: 'uuid' }] });
  });

  story(
    'ground',
    'D2',
    'A list finds words by their start, adds up by currency, and counts by value',
    async (show) => {
      const { body: now } = await get('/v1/invoices/summary?customerId=A');
      const { body: past } = await get(
        `/v1/invoices/summary?asOf=2026-05-02&knownAt=${beforePayment.toISOString()}`,
      );
      const sums = (count: number, total: string, overdue: string) => [
        { currency: 'EUR', count, total, paid: '0.00', open: total, overdue, aged: total },
      ];
      const { body: counts } = await get('/v1/invoices/facets?of=status,customerId&status=overdue');
      show({
        input:
          'q=alf, q=neill 2026-3; /summary of one customer, and of a day; /facets of status and customer',
        right: {
          q: [['2026-1', '2026-2', 'é/"5\''], ['2026-3']],
          sums: sums(3, '192.00', '85.00'),
          past: sums(4, '282.50', '97.50'),
          facets: {
            status: {
              values: [
                { value: 'issued', count: 2 },
                { value: 'due', count: 1 },
                { value: 'overdue', count: 1 },
                { value: 'paid', count: 1 },
              ],
              others: 0,
            },
            customerId: { values: [{ value: 'A', count: 1 }], others: 0 },
          },
        },
        got: {
          q: [await numbers('q=alf'), await numbers('q=neill 2026-3')],
          sums: (now as unknown as { currencies: unknown }).currencies,
          past: (past as unknown as { currencies: unknown }).currencies,
          facets: (counts as unknown as { facets: unknown }).facets,
        },
      });
    },
  );

  it('refuses more than 100 values of a filter, rather than leave some out', async () => {
    const ids = (many: number): string => Array.from({ length: many }, () => idOf('2026-1')).join(',');
    expect(await numbers(`id=${ids(100)}`)).toEqual(['2026-1']);
    const wrong = await get(`/v1/invoices?id=${ids(101)}`);
    expect([wrong.status, wrong.body.errors[0]]).toMatchObject([422, { field: '/id', rule: 'uuid' }]);
    const text = await get(`/v1/invoices?currency=${Array.from({ length: 101 }, () => 'E').join(',')}`);
    expect([text.status, text.body.errors[0]]).toMatchObject([422, { field: '/currency', rule: 'text' }]);
  });

  it('finds words in small letters and capitals of any script, and refuses what has no word in it', async () => {
    expect(await numbers('q=%C3%89')).toEqual(['é/"5\'']);
    expect(await numbers('q=5 %C3%A9')).toEqual(['é/"5\'']);
    expect(await numbers('q=ALFA s.r.l')).toEqual(['2026-1', '2026-2', 'é/"5\'']);
    expect(await numbers('q=lfa')).toEqual([]);
    for (const q of ['%25', '_%25', '.*', '\\', 'a b c d e f g h i j k'])
      expect((await get(`/v1/invoices?q=${q}`)).body).toMatchObject({ errors: [{ field: '/q' }] });
  });

  it('refuses a facet that the list does not have, and a page of sums', async () => {
    for (const facet of ['notes', 'total', 'constructor', 'currency,__proto__', 'currency,'])
      expect((await get(`/v1/invoices/facets?of=${facet}`)).body).toMatchObject({
        errors: [{ field: '/of' }],
      });
    expect((await get('/v1/invoices/summary?limit=3')).body).toMatchObject({ errors: [{ field: '/limit' }] });
  });
});
