import { story } from '../../../../test/support/story.js';
import { Ledger } from '../../spec/ledger.js';
import { type Response, startReading } from '../../spec/reading.js';
import { questionKey } from './aging.question.js';

const csv = { accept: 'text/csv' };
const AGING = '/v1/reports/aging?asOf=2026-06-30&by=customer';

describe('who owes most', () => {
  let ledger: Ledger;
  let app: Awaited<ReturnType<typeof startReading>>['app'];
  let get: (url: string, headers?: Record<string, string>) => Promise<Response>;

  beforeAll(async () => {
    ledger = await Ledger.open();
    ({ app, get } = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' }));
    for (const id of ['A', 'B', 'C', 'D', 'E']) await ledger.customer(id);
    await ledger.issue('1', { customer: 'A', total: '9.00', dueOn: '2026-05-31' });
    await ledger.issue('2', { customer: 'B', total: '1000.00', dueOn: '2026-07-31' });
    await ledger.issue('3', { customer: 'C', total: '60.00', dueOn: '2026-05-31' });
    await ledger.issue('4', { customer: 'D', total: '60.00', dueOn: '2026-05-31' });
    await ledger.issue('5', { customer: 'C', total: '7000', currency: 'JPY', dueOn: '2026-05-31' });
    await ledger.issue('6', { customer: 'A', total: '80', currency: 'JPY', dueOn: '2026-05-31' });
    await ledger.receive('P', '5.00', '2026-06-02');
    await ledger.receive('Q', '2.00', '2026-06-02', {}, { payer: 'E' });
    await ledger.beat();
  });
  afterAll(async () => {
    await app.close();
    await ledger.close();
  });

  /** All pages of so many rows each: who, and the amount. */
  const walk = async (url: string, limit: number, shown: string): Promise<string[]> => {
    const rows: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body } = await get(`${url}&limit=${limit}${next && `&cursor=${next}`}`);
      const page = (body.rows ?? body.items) as Record<string, string>[];
      rows.push(...page.map((row) => `${row.key ?? row.id ?? 'nobody'} ${row[shown] ?? ''}`.trim()));
      next = body.next;
    }
    return rows;
  };
  const firstCells = ({ text }: Response): string[] =>
    text
      .trim()
      .split('\r\n')
      .map((line) => line.split(',')[0]!);

  story(
    'mended-files',
    'B2',
    'Who owes most comes first, page by page, currency by currency',
    async (show) => {
      show({
        input:
          'in EUR: A owes 9, B 1,000, C and D 60, E and somebody unknown paid 2 and 5; in JPY: A owes 80, C 7,000',
        right: {
          'sort=-open': [
            ...['B 1000.00', 'C 60.00', 'D 60.00', 'A 9.00', 'E 0.00', 'nobody 0.00'],
            ...['C 7000', 'A 80'],
          ],
          'sort=control&currency=EUR': [
            ...['nobody -5.00', 'E -2.00', 'A 9.00', 'C 60.00', 'D 60.00', 'B 1000.00'],
          ],
          'customers?sort=-balance&balanceCurrency=EUR': ['B', 'D', 'C', 'A', 'E'],
          'customers?sort=-overdue,name&balanceCurrency=JPY': ['C', 'A', 'B', 'D', 'E'],
          'customers?overdue=9.01..&balanceCurrency=EUR': ['C', 'D'],
        },
        got: {
          'sort=-open': await walk(`${AGING}&sort=-open`, 1, 'open'),
          'sort=control&currency=EUR': await walk(`${AGING}&sort=control&currency=EUR`, 4, 'control'),
          'customers?sort=-balance&balanceCurrency=EUR': await walk(
            '/v1/customers?sort=-balance&balanceCurrency=EUR',
            1,
            '',
          ),
          'customers?sort=-overdue,name&balanceCurrency=JPY': await walk(
            '/v1/customers?sort=-overdue,name&balanceCurrency=JPY',
            2,
            '',
          ),
          'customers?overdue=9.01..&balanceCurrency=EUR': await walk(
            '/v1/customers?overdue=9.01..&balanceCurrency=EUR',
            1,
            '',
          ),
        },
      });
    },
  );

  it('is the report of one currency where one is named, with its totals, as CSV in the same order', async () => {
    const { body } = await get(`${AGING}&sort=-open&currency=JPY`);
    expect(body).toMatchObject({
      ...{ by: 'customer', currency: 'JPY', sort: '-open' },
      currencies: [{ currency: 'JPY', open: '7080', balanced: true }],
      rows: [{ key: 'C' }, { key: 'A' }],
    });
    const rows = firstCells(await get(`${AGING}&sort=open`, csv));
    expect(rows).toEqual(['customerId', '"E"', '', '"A"', '"C"', '"D"', '"B"', '"A"', '"C"']);
    const owing = firstCells(await get('/v1/customers?sort=-balance&balanceCurrency=JPY', csv));
    expect(owing).toEqual(['id', '"C"', '"C"', '"A"', '"A"', '"E"', '"D"', '"B"']);
  });

  it('changes no byte of a question that does not ask for it: the cursor in the answer is the one it was', async () => {
    const { body } = await get(AGING);
    expect(Object.keys(body)).toEqual([
      ...['asOf', 'knownAt', 'knownPosition', 'known', 'definition', 'basis', 'by'],
      ...['currencies', 'rows', 'next'],
    ]);
    expect(questionKey({ by: 'customer' })).toBe('["aging","customer",null,null,null,null]');
  });

  it('names the place of a list of customers by balance: asked again there, the answer is the same', async () => {
    const url = '/v1/customers?sort=-balance&balanceCurrency=EUR';
    const first = await get(url);
    expect(first.body).toMatchObject({ asOf: '2026-06-30', known: 'recorded' });
    const again = await get(`${url}&asOf=2026-06-30&knownAt=${String(first.body.knownAt)}`);
    expect(again.headers['quittance-content-hash']).toBe(first.headers['quittance-content-hash']);
  });

  it.each([
    ['customers?sort=-balance', '/balanceCurrency', 'required'],
    ['customers?overdue=0.01..', '/balanceCurrency', 'required'],
    ['customers?sort=open&balanceCurrency=euro', '/balanceCurrency', 'currency'],
    ['reports/aging?sort=-open', '/sort', 'needs-by'],
    ['reports/aging?by=customer&sort=-name', '/sort', 'sort'],
    ['reports/aging?currency=XXX', '/currency', 'currency'],
  ])('refuses %s', async (query, field, rule) => {
    const { status, body } = await get(`/v1/${query}`);
    expect([status, body.errors[0]?.field, body.errors[0]?.rule]).toEqual([422, field, rule]);
  });

  describe('customers are counted and added up', () => {
    const summary = async (query = '') => {
      const { count, currencies } = (await get(`/v1/customers/summary${query}`)).body;
      return [
        count,
        ...(currencies as Record<string, string>[]).map(
          ({ currency, count: of, open, overdue, unapplied, balance }) =>
            `${currency} ${of}: ${open} open, ${overdue} overdue, ${unapplied} unapplied, ${balance} in all`,
        ),
      ];
    };

    it('each once in all, and once in each currency that they owe in', async () => {
      const yen = 'JPY 2: 7080 open, 7080 overdue, 0 unapplied, 7080 in all';
      expect(await summary()).toEqual([
        5,
        'EUR 5: 1129.00 open, 129.00 overdue, 2.00 unapplied, 1127.00 in all',
        yen,
      ]);
      expect(await summary('?id=A,C&balanceCurrency=JPY')).toEqual([2, yen]);
      expect(await summary('?asOf=2026-06-01')).toEqual([
        5,
        'EUR 4: 1129.00 open, 129.00 overdue, 0.00 unapplied, 1129.00 in all',
        yen,
      ]);
    });

    it('by what they owe in the currency that is named, and by none where none is', async () => {
      expect(await summary('?open=9.01..&balanceCurrency=EUR')).toEqual([
        3,
        'EUR 3: 1120.00 open, 120.00 overdue, 0.00 unapplied, 1120.00 in all',
      ]);
      const refused = await get('/v1/customers/summary?open=9.01..');
      expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([422, '/balanceCurrency']);
    });

    it('once for each value, whatever number of currencies they owe in', async () => {
      const { facets } = (await get('/v1/customers/facets?of=segment,currency')).body;
      const all = { values: [{ value: null, count: 5 }], others: 0 };
      expect(facets).toEqual({ segment: all, currency: all });
      const few = await get('/v1/customers/facets?of=segment&overdue=60..&balanceCurrency=EUR');
      expect(few.body.facets).toMatchObject({ segment: { values: [{ value: null, count: 2 }] } });
      const { items } = (await get('/v1/customers/groups?by=segment&sort=-open')).body;
      expect(
        items.map(({ value, currency, count, open }) => [value, currency, count, open].join(' ')),
      ).toEqual([' EUR 5 1129.00', ' JPY 2 7080']);
    });
  });
});
