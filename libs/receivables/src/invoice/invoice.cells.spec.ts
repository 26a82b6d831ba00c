import { story } from '../../../../test/support/story.js';
import { idOf, Ledger } from '../../spec/ledger.js';
import { type Response, startReading } from '../../spec/reading.js';
import { HOLD_KINDS } from './holds.sql.js';
import { published } from '../manifest/published.js';

interface Group {
  value: string | null;
  currency: string;
  count: number;
  open: string;
  aged: string;
}

describe('invoices by cell of the aging report, by hold and by group', () => {
  let ledger: Ledger;
  let reading: Awaited<ReturnType<typeof startReading>>;
  let get: (url: string, headers?: Record<string, string>) => Promise<Response>;
  let before: string;

  beforeAll(async () => {
    ledger = await Ledger.open();
    reading = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' });
    get = reading.get;
    await ledger.customer('A', 'Alfa');
    await ledger.customer('B', 'Beta');
    await ledger.issue('1', { customer: 'A', total: '100.00', dueOn: '2026-06-10', owner: 'anna' });
    await ledger.issue('2', {
      ...{ customer: 'A', total: '60.00' },
      instalments: [
        ['2026-03-31', '10.00'],
        ['2026-06-15', '20.00'],
        ['2026-09-30', '30.00'],
      ],
    });
    await ledger.issue('3', { customer: 'B', total: '5000', currency: 'JPY', dueOn: '2026-06-01' });
    await ledger.issue('4', { customer: 'B', total: '7.00', dueOn: '2026-02-01' });
    await ledger.pay('P', '7.00', '2026-05-05', { 4: '7.00' });
    before = (await ledger.beat()).toISOString();
    await ledger.extend('1', '2026-07-31', '2026-06-12');
    await ledger.beat();
  });
  afterAll(async () => {
    await reading.app.close();
    await ledger.close();
  });

  const ok = async <Body = Record<string, never>>(url: string): Promise<Body> => {
    const { status, text } = await get(url);
    expect([url, status, status === 200 ? '' : text]).toEqual([url, 200, '']);
    return JSON.parse(text) as Body;
  };
  const numbers = async (query: string): Promise<(string | undefined)[]> =>
    (await ok<Response['body']>(`/v1/invoices?${query}`)).items.map(({ number }) => number);
  const aged = async (query: string): Promise<string[]> =>
    (await ok<{ currencies: Group[] }>(`/v1/invoices/summary?${query}`)).currencies.map(
      ({ currency, count, aged: sum }) => `${count}: ${sum} ${currency}`,
    );
  const groups = async (query: string): Promise<Group[]> =>
    (await ok<{ items: Group[] }>(`/v1/invoices/groups?${query}`)).items;

  story(
    'page',
    'B2',
    'The rows of an aging cell add up to it, an invoice in parts by its parts',
    async (show) => {
      const report = await ok<{ currencies: { currency: string; buckets: object }[] }>(
        `/v1/reports/aging?knownAt=${before}`,
      );
      const cell = async (bucket: string) => [
        await numbers(`knownAt=${before}&bucket=${encodeURIComponent(bucket)}`),
        await aged(`knownAt=${before}&bucket=${encodeURIComponent(bucket)}`),
      ];
      show({
        input:
          '100.00 due 2026-06-10; 60.00 in parts of 10.00, 20.00, 30.00 due 2026-03-31, 06-15, 09-30; as of 2026-06-30',
        right: {
          'aging/2, EUR': {
            not_due: { count: 1, amount: '30.00' },
            '1-30': { count: 2, amount: '120.00' },
            '31-60': { count: 0, amount: '0.00' },
            '61-90': { count: 0, amount: '0.00' },
            '90+': { count: 1, amount: '10.00' },
          },
          not_due: [['2'], ['1: 30.00 EUR']],
          '1-30': [
            ['1', '2', '3'],
            ['2: 120.00 EUR', '1: 5000 JPY'],
          ],
          '90+': [['2'], ['1: 10.00 EUR']],
          '90+ and not_due': [['2'], ['1: 40.00 EUR']],
          extended: [['1', '2'], ['2: 130.00 EUR']],
        },
        got: {
          'aging/2, EUR': report.currencies.find(({ currency }) => currency === 'EUR')!.buckets,
          not_due: await cell('not_due'),
          '1-30': await cell('1-30'),
          '90+': await cell('90+'),
          '90+ and not_due': await cell('90+,not_due'),
          // As known now the first is extended.
          extended: [await numbers('bucket=not_due'), await aged('bucket=not_due')],
        },
      });
    },
  );

  it.each([
    ['bucket=1-30', '1-30'],
    ['bucket=11-45&buckets=10,45&basis=contractual', '11-45'],
    ['bucket=90+&basis=issued', '90+'],
    ['bucket=61%2B&buckets=60', '61+'],
  ])('lists by any buckets and basis of the report, page by page as at once: %s', async (query, name) => {
    const whole = await numbers(`${query}&sort=-total,number`);
    expect(whole.length).toBeGreaterThan(0);
    const [first] = await numbers(`${query}&sort=-total,number&limit=1`);
    expect(first).toBe(whole[0]);
    const shape = query.replace(/bucket=[^&]*&?/, '');
    const { currencies } = await ok<{ currencies: { buckets: Record<string, { count: number }> }[] }>(
      `/v1/reports/aging?${shape}`,
    );
    const count = currencies.reduce((sum, { buckets }) => sum + buckets[name]!.count, 0);
    expect(whole).toHaveLength(count);
  });

  it.each(['1-31', '', '1-30,', 'not_due&basis=issued', '1-30&buckets=10,20'])(
    'refuses a bucket that the report does not have: %s',
    async (bucket) => {
      const { status, body } = await get(`/v1/invoices?bucket=${bucket}`);
      expect([status, body.errors[0]]).toMatchObject([422, { field: '/bucket', rule: 'one-of' }]);
    },
  );

  story(
    'page',
    'B3',
    'Each facet is counted without its own filter, an invoice in parts in each bucket',
    async (show) => {
      const facets = async (query: string) =>
        (await ok<{ facets: object }>(`/v1/invoices/facets?${query}`)).facets;
      const of = (...values: [string | null, number][]) => ({
        values: values.map(([value, count]) => ({ value, count })),
        others: 0,
      });
      show({
        input: 'facets of bucket, hold, status and ownerId of what maria has; then with bucket=1-30 as well',
        right: [
          {
            bucket: of(['1-30', 2], ['90+', 1], ['not_due', 1], [null, 1]),
            hold: of([null, 3]),
            ownerId: of(['maria', 3], ['anna', 1]),
          },
          { bucket: of(['1-30', 2], ['90+', 1], ['not_due', 1], [null, 1]), status: of(['overdue', 2]) },
        ],
        got: [
          await facets('of=bucket,hold,ownerId&ownerId=maria'),
          await facets('of=bucket,status&ownerId=maria&bucket=1-30'),
        ],
      });
    },
  );

  story('page', 'B3', 'Groups add up to the summary, in all sums and on both axes', async (show) => {
    const sums = async (query: string): Promise<object> => {
      const got: Record<string, object> = {};
      for (const by of ['customerId', 'ownerId', 'status', 'bucket', 'dueWeek', 'currency'])
        got[by] = (await groups(`by=${by}&currency=EUR&${query}`)).reduce(
          (all, { open, aged: part }) => ({
            open: all.open + Number(open) * 100,
            aged: all.aged + Number(part) * 100,
          }),
          { open: 0, aged: 0 },
        );
      return got;
    };
    const all = { open: 16_000, aged: 16_000 };
    show({
      input:
        'by customer, owner, status, bucket, week due and currency: what is open in cents, now and before',
      right: Object.fromEntries(
        ['now', 'before'].map((when) => [
          when,
          {
            ...{ customerId: all, ownerId: all, status: all, dueWeek: all, currency: all },
            // In each bucket that it has a part in, an invoice counts with all that is open, and is aged by the part.
            bucket: { open: 28_000, aged: 16_000 },
          },
        ]),
      ),
      got: { now: await sums(''), before: await sums(`knownAt=${before}`) },
    });
  });

  it('answers groups page by page, by value or by an amount within each currency', async () => {
    const shown = (all: readonly Group[]): string[] =>
      all.map(({ value, currency, open }) => `${value} ${open} ${currency}`);
    expect(shown(await groups('by=customerId&sort=-open'))).toEqual([
      ...['A 160.00 EUR', 'B 0.00 EUR', 'B 5000 JPY'],
    ]);
    const paged: Group[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await ok<{ items: Group[]; next: string | null }>(
        `/v1/invoices/groups?by=customerId&limit=1${cursor}`,
      );
      paged.push(...items);
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(shown(paged)).toEqual(['A 160.00 EUR', 'B 0.00 EUR', 'B 5000 JPY']);
    const csv = await get('/v1/invoices/groups?by=customerId', { accept: 'text/csv' });
    expect(csv.text.split('\r\n').slice(0, 2)).toEqual([
      'value,currency,count,total,paid,open,overdue,aged',
      '"A",EUR,2,160.00,0.00,160.00,30.00,160.00',
    ]);
    for (const wrong of ['by=', 'by=total', 'by=currency&by=status', 'sort=open', 'by=currency&sort=number'])
      expect((await get(`/v1/invoices/groups?${wrong}`)).status).toBe(422);
  });

  it('counts at the position that it says', async () => {
    const { headers } = await get('/v1/invoices');
    const { position } = await ok<{ position: string }>('/v1/invoices/summary');
    expect(position).toBe(headers['quittance-position']);
    const past = await ok<{ position: string; knownPosition: string }>(
      `/v1/invoices/summary?knownAt=${before}`,
    );
    expect(past.position).toBe(past.knownPosition);
    expect(await ok(`/v1/invoices/summary?number=none`)).toMatchObject({ count: 0, currencies: [] });
  });

  it('says what holds each row up on the day, and finds rows by it', async () => {
    const held = { kind: 'extended', since: '2026-06-12', until: '2026-07-31' };
    const { items } = await ok<{ items: { number: string; holds: object[] }[] }>('/v1/invoices');
    expect(items.map(({ number, holds }) => [number, holds])).toMatchObject([
      ['1', [held]],
      ...['2', '3', '4'].map((number) => [number, []]),
    ]);
    expect(await ok(`/v1/invoices/${idOf('1')}`)).toMatchObject({ holds: [held] });
    expect(await numbers('hold=extended,paused')).toEqual(['1']);
    expect(await numbers('hold=disputed')).toEqual([]);
    expect(await numbers('hold=extended&asOf=2026-06-11')).toEqual([]);
    expect(await numbers(`hold=extended&knownAt=${before}`)).toEqual([]);
    expect((await get('/v1/invoices?number=1', { accept: 'text/csv' })).text).toMatch(/,extended,/);
    for (const wrong of ['hold=', 'hold=disputed,'])
      expect((await get(`/v1/invoices?${wrong}`)).body.errors[0]).toMatchObject({ field: '/hold' });
    expect(
      published()
        .holds.map(({ kind }) => kind)
        .sort(),
    ).toEqual([...HOLD_KINDS].sort());
  });
});
