import { story } from '../../../test/support/story.js';
import { Ledger } from '../spec/ledger.js';
import { type Response, startReading } from '../spec/reading.js';

describe('CSV under a link', () => {
  let ledger: Ledger;
  let reading: Awaited<ReturnType<typeof startReading>>;
  let get: (url: string, headers?: Record<string, string>) => Promise<Response>;
  let before: string;

  beforeAll(async () => {
    ledger = await Ledger.open();
    reading = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' });
    get = reading.get;
    await ledger.customer('A', '=cmd|calc; "Alfa"');
    await ledger.issue('2026-1', { customer: 'A', total: '1220.50', dueOn: '2026-03-31' });
    before = (await ledger.beat()).toISOString();
    await ledger.issue('2026-2', { customer: 'A', total: '7.00', dueOn: '2026-08-31' });
    await ledger.issue('2026-3', { customer: 'A', total: '5000', currency: 'JPY', dueOn: '2026-08-31' });
    await ledger.beat();
  });
  afterAll(async () => {
    await reading.app.close();
    await ledger.close();
  });

  const lines = async (url: string): Promise<string[]> => {
    const { status, text } = await get(url);
    expect([url, status]).toEqual([url, 200]);
    return text.split('\r\n').slice(0, -1);
  };

  story(
    'page',
    'B4',
    'A link gives the rows as they are shown, for a program or for a spreadsheet',
    async (show) => {
      const shown = 'columns=number,customerName,dueOn,open&sort=-open&status=open';
      const local = (language: string) =>
        lines(`/v1/invoices?${shown}&format=csv-local&language=${language}`);
      const [euros, cents, yen] = ['2026-1', '2026-2', '2026-3'].map((number) => `"${number}"`);
      const name = `"'=cmd|calc; ""Alfa"""`;
      const commas = [
        '\ufeffnumber;customerName;dueOn;open',
        `${yen};${name};2026-08-31;5000`,
        `${euros};${name};2026-03-31;1220,50`,
        `${cents};${name};2026-08-31;7,00`,
      ];
      const { headers } = await get(`/v1/invoices?${shown}&format=csv&asOf=2026-06-30&knownAt=${before}`);
      show({
        input: `${shown}, as csv, and as csv-local in Italian and in English; the name of a file as known before`,
        right: {
          csv: [
            'number,customerName,dueOn,open',
            `${yen},${name},2026-08-31,5000`,
            `${euros},${name},2026-03-31,1220.50`,
            `${cents},${name},2026-08-31,7.00`,
          ],
          it: commas,
          bg: commas,
          en: commas.map((line) => line.replaceAll(/;(?! )/g, ',').replaceAll(/(\d),(\d\d)$/g, '$1.$2')),
          file: `attachment; filename="invoices-2026-06-30-known-${before.replace(/[-:]|\.\d+/g, '')}.csv"`,
        },
        got: {
          csv: await lines(`/v1/invoices?${shown}&format=csv`),
          it: await local('it'),
          bg: await local('bg'),
          en: await local('en'),
          file: headers['content-disposition'],
        },
      });
    },
  );

  it('gives all rows without a limit, and every report as well', async () => {
    expect(await lines('/v1/invoices?format=csv&columns=number')).toHaveLength(4);
    expect(
      await lines('/v1/customers?format=csv-local&csvLanguage=de&columns=id,balanceCurrency,open'),
    ).toEqual(['\ufeffid;balanceCurrency;open', ...['"A";EUR;1227,50', '"A";JPY;5000']]);
    expect(await lines('/v1/reports/aging?format=csv&by=customer&columns=customerId,open,90%2B')).toEqual([
      'customerId,open,90+',
      ...['"A",1227.50,1220.50', '"A",5000,0'],
    ]);
    expect(
      await lines('/v1/invoices/groups?by=status&format=csv-local&language=it&columns=value,open'),
    ).toEqual(['\ufeffvalue;open', ...['"issued";7,00', '"issued";5000', '"overdue";1220,50']]);
    const page = await get('/v1/invoices?format=csv&columns=number&limit=2');
    expect(page.text).toBe('number\r\n"2026-1"\r\n"2026-2"\r\n');
    expect(page.headers.link).toMatch(/format=csv.*rel="next"/);
    const next = /<(.*)>/.exec(page.headers.link!)![1]!;
    expect(await lines(next)).toEqual(['number', '"2026-3"']);
  });

  it('is JSON whatever is said of CSV, where JSON is asked for', async () => {
    const { body } = await get('/v1/invoices?format=json&columns=open&language=it', { accept: 'text/csv' });
    expect(body.items).toHaveLength(3);
  });

  it.each([
    ['format=xlsx', '/format', 'one-of'],
    ['language=fr', '/language', 'one-of'],
    ['format=csv&columns=number,nothing', '/columns', 'columns'],
    ['columns=nothing', '/columns', 'columns'],
    ['columns=', '/columns', 'columns'],
    ['columns=number,number', '/columns', 'columns'],
    ['format=csv&format=csv', '/format', 'once'],
  ])('refuses %s', async (query, field, rule) => {
    const { status, body } = await get(`/v1/invoices?${query}`);
    expect([status, body.errors[0]]).toMatchObject([422, { field, rule }]);
  });

  story(
    'page',
    'B4',
    'Every export leaves a line outside the event log: what was asked, and how many rows left',
    async (show) => {
      await lines('/v1/payments?format=csv&method=cash');
      await get('/v1/invoices?number=2026-1', { accept: 'text/csv' });
      const { body } = await get('/v1/exports?limit=2');
      const { rows } = await ledger.pool.query<{ facts: number }>(
        `select count(*)::int as facts from mirror.facts where type like '%xport%'`,
      );
      show({
        input: 'payments with format=csv, then an invoice with Accept: text/csv; /v1/exports',
        right: [
          { path: '/v1/invoices', question: 'number=2026-1', rows: 1, whole: true },
          { path: '/v1/payments', question: 'format=csv&method=cash', rows: 0, whole: true },
          { facts: 0 },
        ],
        got: [
          ...body.items.map(({ path, question, rows: count, whole }) => ({
            path,
            question,
            rows: count,
            whole,
          })),
          rows[0],
        ],
      });
      // The list itself is no export; as CSV it is one.
      expect((await get('/v1/exports?limit=1')).body.items[0]).toMatchObject({ path: '/v1/invoices' });
      await lines('/v1/exports?format=csv');
      expect((await get('/v1/exports?limit=1')).body.items[0]).toMatchObject({
        path: '/v1/exports',
        actor: 'unknown',
      });
    },
  );
});
