import { Ledger } from '../../spec/ledger.js';
import { type Response, startReading } from '../../spec/reading.js';

type Values = { value: string | null; count: number }[];

const CELLS = ['not_due', '1-30', '31-60', '61-90', '90+', null];

// A page looks at each of its invoices; sums, counts and CSV work all of them out together. Both say the same.
describe('invoices worked out together', () => {
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
    await ledger.customer('C', 'Celta');
    await ledger.issue('R-1', { customer: 'A', total: '100.00', dueOn: '2026-06-10', owner: 'anna' });
    const instalments: [string, string][] = [
      ['2026-03-31', '10.00'],
      ['2026-06-15', '20.00'],
      ['2026-09-30', '30.00'],
    ];
    await ledger.issue('R-2', { customer: 'A', total: '60.00', instalments });
    await ledger.issue('R-3', { customer: 'B', total: '60.00', instalments });
    await ledger.issue('R-5', { customer: 'C', total: '60.00', instalments });
    await ledger.issue('R-6', { customer: 'C', total: '60.00', instalments });
    await ledger.issue('R-4', { customer: 'B', total: '7.00', dueOn: '2026-02-01' });
    await ledger.pay('P', '22.00', '2026-05-05', { 'R-4': '7.00', 'R-2': '15.00' });
    await ledger.assign('R-1', 'bea', '2026-05-20');
    await ledger.assign('R-3', 'bea', '2026-07-10');
    before = (await ledger.beat()).toISOString();
    await ledger.customer('A', 'Gamma');
    // Counts from a day that has not come: a list of what stands has it, the cells of today do not.
    await ledger.extend('R-3', '2026-12-31', '2026-07-15', 'asked', 1);
    await ledger.extend('R-5', '2026-12-31', '2026-07-15', 'asked', 1);
    await ledger.pay('L', '30.00', '2026-07-20', { 'R-6': '30.00' }, 'C', 3);
    await ledger.extend('R-2', '2026-07-31', '2026-06-01', 'asked', 2);
    await ledger.pay('Q', '65.00', '2026-06-20', { 'R-3': '60.00', 'R-1': '5.00' });
    await ledger.beat();
  });
  afterAll(async () => {
    await reading.app.close();
    await ledger.close();
  });

  const ok = async (url: string, headers?: Record<string, string>): Promise<Response> => {
    const answer = await get(url, headers);
    expect([url, answer.status]).toEqual([url, 200]);
    return answer;
  };
  const numbers = async (query: string): Promise<unknown[]> =>
    (await ok(`/v1/invoices?${query}`)).body.items.map(({ number }) => number);

  const PLACES = [
    ['as they stand', ''],
    ['on a day', '&asOf=2026-05-31'],
    ['on a day before anything was paid', '&asOf=2026-04-01'],
    ['on a day to come', '&asOf=2026-08-01'],
    ['as known before', () => `&asOf=2026-06-30&knownAt=${before}`],
    ['as stated before', () => `&asOf=2026-06-30&known=stated&knownAt=${before}`],
  ] as const;

  it.each(PLACES)('are the rows of a page, %s', async (_where, at) => {
    const place = typeof at === 'string' ? at : at();
    const { body } = await ok(`/v1/invoices?sort=number${place}`);
    const { text } = await ok(`/v1/invoices?sort=number${place}`, { accept: 'text/csv' });
    const [head, ...lines] = text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.replaceAll('"', '').split(','));
    const names = head!.map((name) => name.replace('\uFEFF', ''));
    const kept = [
      'number',
      'customerName',
      'agreedDueOn',
      'paid',
      'open',
      'status',
      'daysOverdue',
      'ownerId',
    ];
    const rows = lines.map((cells) => kept.map((name) => cells[names.indexOf(name)]));
    const items = body.items as unknown as Record<string, unknown>[];
    expect(rows).toEqual(items.map((item) => kept.map((name) => String(item[name]))));
    expect(rows).toHaveLength(6);
  });

  it.each(PLACES)('are in the cells that a filter finds, %s', async (_where, at) => {
    const place = typeof at === 'string' ? at : at();
    const { body } = await ok(`/v1/invoices/facets?of=bucket${place}`);
    const { values } = (body as unknown as { facets: { bucket: { values: Values } } }).facets.bucket;
    const counted = CELLS.map((cell) => [cell, values.find(({ value }) => value === cell)?.count ?? 0]);
    const found = await Promise.all(
      CELLS.map(async (cell) => [
        cell,
        (await numbers(`${cell === null ? 'open=0..0' : `bucket=${encodeURIComponent(cell)}`}${place}`))
          .length,
      ]),
    );
    expect(counted).toEqual(found);
    expect(values.some(({ value }) => value !== null)).toBe(true);
  });

  it('are found by words of their number and of the name that their customer had then', async () => {
    const past = `&asOf=2026-06-30&knownAt=${before}&sort=number`;
    expect(await numbers(`q=r 2${past}`)).toEqual(['R-2']);
    expect(await numbers(`q=alf${past}`)).toEqual(['R-1', 'R-2']);
    // The name came later, and the other one went.
    expect(await numbers(`q=gam${past}`)).toEqual([]);
    expect(await numbers('q=gam&asOf=2026-06-30&sort=number')).toEqual(['R-1', 'R-2']);
    expect(await numbers('q=alf&asOf=2026-06-30')).toEqual([]);
    expect(await numbers('q=bet r-4&asOf=2026-06-30')).toEqual(['R-4']);
    expect(await numbers('q=bet&asOf=2026-06-30&sort=-open&limit=1')).toEqual(['R-4']);
  });
});
