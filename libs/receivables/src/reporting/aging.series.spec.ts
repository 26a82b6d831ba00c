import { story } from '../../../../test/support/story.js';
import { Ledger } from '../../spec/ledger.js';
import { type Response, startReading } from '../../spec/reading.js';
import type { Aged, AgingAnswer } from './aging.answer.js';
import { seriesOf } from './aging.series.js';

interface Point {
  asOf: string;
  currencies: Aged[];
}

describe('the aging report over time, and its rows by filters', () => {
  let ledger: Ledger;
  let reading: Awaited<ReturnType<typeof startReading>>;
  let get: (url: string, headers?: Record<string, string>) => Promise<Response>;
  let before: string;

  beforeAll(async () => {
    ledger = await Ledger.open();
    reading = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' });
    get = reading.get;
    await ledger.customer('A', 'Alfa S.r.l.');
    await ledger.customer('B', 'Beta');
    await ledger.customer('C', '=Gamma');
    await ledger.issue('1', { customer: 'A', total: '100.00', issuedOn: '2026-02-10', dueOn: '2026-03-10' });
    await ledger.issue('2', { customer: 'B', total: '60.00', issuedOn: '2026-03-01', dueOn: '2026-05-31' });
    await ledger.issue('3', { customer: 'C', total: '5000', currency: 'JPY', dueOn: '2026-06-01' });
    before = (await ledger.beat()).toISOString();
    await ledger.pay('P', '30.00', '2026-04-15', { 1: '30.00' });
    await ledger.beat();
  });
  afterAll(async () => {
    await reading.app.close();
    await ledger.close();
  });

  const ok = async <Body>(url: string): Promise<Body> => {
    const { status, text } = await get(url);
    expect([url, status, status === 200 ? '' : text]).toEqual([url, 200, '']);
    return JSON.parse(text) as Body;
  };
  const series = async (query: string): Promise<Point[]> =>
    (await ok<{ points: Point[] }>(`/v1/reports/aging/series?${query}`)).points;

  story('page', 'B14', 'A series is the aging report of each month’s end, on both axes', async (show) => {
    const open = (points: Point[]): Record<string, string> =>
      Object.fromEntries(points.map(({ asOf, currencies: [sum] }) => [asOf, sum?.open ?? 'nothing']));
    const question = 'from=2026-01-15&to=2026-06-15&currency=EUR';
    const points = await series(question);
    const reports = [];
    for (const { asOf } of points)
      reports.push((await ok<AgingAnswer>(`/v1/reports/aging?asOf=${asOf}&currency=EUR`)).currencies);
    expect(points.map(({ currencies }) => currencies)).toEqual(reports);
    show({
      input: '100.00 of 10 Feb, 60.00 of 1 Mar, 30.00 paid on 15 Apr: what is open in EUR, month by month',
      right: {
        'known now': {
          ...{ '2026-01-31': 'nothing', '2026-02-28': '100.00', '2026-03-31': '160.00' },
          ...{ '2026-04-30': '130.00', '2026-05-31': '130.00', '2026-06-15': '130.00' },
        },
        'before the payment was recorded': { '2026-03-31': '160.00', '2026-06-30': '160.00' },
      },
      got: {
        'known now': open(points),
        'before the payment was recorded': open(
          await series(`from=2026-03-01&step=quarter&currency=EUR&knownAt=${before}`),
        ),
      },
    });
  });

  it('has a point at the end of each step, and one at the last day', () => {
    const days = (step: 'month' | 'quarter' | 'year' | 'week', from: string, to: string): string[] =>
      seriesOf({ step, from, to }, '2026-06-30').days;
    expect(days('month', '2024-02-29', '2024-03-31')).toEqual(['2024-02-29', '2024-03-31']);
    expect(days('quarter', '2025-11-01', '2026-04-01')).toEqual(['2025-12-31', '2026-03-31', '2026-04-01']);
    expect(days('year', '2024-01-01', '2025-12-31')).toEqual(['2024-12-31', '2025-12-31']);
    expect(days('week', '2026-06-14', '2026-06-28')).toEqual(['2026-06-14', '2026-06-21', '2026-06-28']);
    expect(days('month', '2026-06-30', '2026-06-30')).toEqual(['2026-06-30']);
    expect(days('week', '9999-12-20', '9999-12-31')).toEqual(['9999-12-26', '9999-12-31']);
    expect(seriesOf({}, '2026-06-30').days).toHaveLength(12);
  });

  it.each([
    ['from=2026-07-01', '/from', 'order'],
    ['from=2020-01-01', '/from', 'points'],
    ['from=2026-02-30', '/from', 'date'],
    ['step=day', '/step', 'one-of'],
    ['asOf=2026-01-01', '/asOf', 'unknown-parameter'],
    ['knownAt=2999-01-01T00:00:00Z', '/knownAt', 'not-in-future'],
  ])('refuses %s', async (query, field, rule) => {
    const { status, body } = await get(`/v1/reports/aging/series?${query}`);
    expect([status, body.errors[0]]).toMatchObject([422, { field, rule }]);
  });

  it('is CSV, too, a row a day and currency', async () => {
    const { text } = await get(
      '/v1/reports/aging/series?from=2026-05-31&columns=asOf,currency,open&format=csv',
    );
    expect(text.trim().split('\r\n')).toEqual([
      ...['asOf,currency,open', '2026-05-31,EUR,130.00', '2026-05-31,JPY,5000'],
      ...['2026-06-30,EUR,130.00', '2026-06-30,JPY,5000'],
    ]);
  });

  it('finds rows by who they are, by words and by amounts of one currency; totals stay those of all', async () => {
    const keys = async (query: string): Promise<(string | null)[]> => {
      const { rows, currencies } = await ok<AgingAnswer>(`/v1/reports/aging?by=customer&${query}`);
      expect(currencies[0]!.open).toBe('130.00');
      return rows.map(({ key }) => key);
    };
    expect(await keys('')).toEqual(['A', 'B', 'C']);
    expect(await keys('key=A,C')).toEqual(['A', 'C']);
    expect(await keys('q=alf')).toEqual(['A']);
    expect(await keys('q=gam')).toEqual(['C']);
    expect(await keys('currency=EUR&open=65.00..')).toEqual(['A']);
    expect(await keys('currency=EUR&open=..65.00&overdue=0.01..&sort=-open')).toEqual(['B']);
    const csv = await get('/v1/reports/aging?by=customer&key=B,C&format=csv&columns=customerId,name,open');
    expect(csv.text.trim().split('\r\n')).toEqual([
      'customerId,name,open',
      '"B","Beta",60.00',
      `"C","'=Gamma",5000`,
    ]);
    const { next } = await ok<AgingAnswer>('/v1/reports/aging?by=customer&key=A,B&limit=1');
    const page = `/v1/reports/aging?by=customer&limit=1&cursor=${next}`;
    expect((await ok<AgingAnswer>(`${page}&key=A,B`)).rows).toMatchObject([{ key: 'B' }]);
    expect((await get(page)).status).toBe(422);
  });

  it.each([
    ['key=A', '/key', 'needs-by'],
    ['open=1.00..&currency=EUR', '/open', 'needs-by'],
    ['by=customer&open=1.00..', '/open', 'needs-currency'],
    ['by=customer&open=x&currency=EUR', '/open', 'range'],
  ])('refuses a filter of rows that means nothing: %s', async (query, field, rule) => {
    const { status, body } = await get(`/v1/reports/aging?${query}`);
    expect([status, body.errors[0]]).toMatchObject([422, { field, rule }]);
  });
});
