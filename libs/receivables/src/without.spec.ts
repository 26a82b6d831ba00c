import { fiveInvoices } from '../spec/five-invoices.js';
import { Ledger } from '../spec/ledger.js';
import { type Response, startReading } from '../spec/reading.js';

interface Counted {
  value: string | null;
  currency: string;
  count: number;
}

/** What each list is grouped by, where its rows may lack it. */
const GROUPED = [
  ...['bucket', 'hold'].map((by) => ['invoices', by] as const),
  ...['ownerId', 'segment', 'language', 'currency'].map((by) => ['customers', by] as const),
  ...['customerId', 'method', 'source'].map((by) => ['payments', by] as const),
  ...['ownerId', 'customerId'].map((by) => ['work', by] as const),
];

describe('rows that lack what their list is grouped by', () => {
  let ledger: Ledger;
  let reading: Awaited<ReturnType<typeof startReading>>;
  let get: (url: string) => Promise<Response>;

  beforeAll(async () => {
    ledger = await Ledger.open();
    reading = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' });
    get = reading.get;
    await fiveInvoices(ledger);
    await ledger.person('otto', 'Otto Neri');
    await ledger.customer('owned', 'Owned', 'otto');
    await ledger.receive('nobody', '5.00', '2026-06-02');
    await ledger.receive('theirs', '2.00', '2026-06-02', {}, { payer: 'A' });
    await ledger.beat();
  });
  afterAll(async () => {
    await reading.app.close();
    await ledger.close();
  });

  it.each(GROUPED)(
    'of %s by %s: the group leads to exactly its rows, today and as of a day',
    async (list, by) => {
      let lacking = 0;
      for (const at of ['', '&asOf=2026-06-03']) {
        const groups = (await get(`/v1/${list}/groups?by=${by}&limit=500${at}`)).body
          .items as unknown as Counted[];
        const group = groups.filter(({ value }) => value === null);
        const asked = `without=${by}${at}`;
        const { currencies, count } = (await get(`/v1/${list}/summary?${asked}`)).body as unknown as {
          currencies: Counted[];
          count: number;
        };
        const counts = (of: Counted[]) => of.map(({ currency, count: rows }) => [currency, rows]);
        expect(counts(currencies)).toEqual(counts(group));
        const { body } = await get(`/v1/${list}?limit=500&${asked}`);
        expect(body.items).toHaveLength(count);
        lacking += count;
        // Its own values are counted without it, as without any other filter.
        const facets = async (filter: string) =>
          (await get(`/v1/${list}/facets?of=${by}${filter}${at}`)).body as unknown as { facets: object };
        expect((await facets(`&without=${by}`)).facets).toEqual((await facets('')).facets);
      }
      expect(lacking).toBeGreaterThan(0);
    },
  );

  it('who asks for a value and for none gets nothing; of several all are lacking; of what no row lacks it is refused', async () => {
    const ids = async (query: string) => (await get(`/v1/customers?${query}`)).body.items.map(({ id }) => id);
    expect(await ids('ownerId=otto')).toEqual(['owned']);
    expect(await ids('ownerId=otto&without=ownerId')).toEqual([]);
    expect(await ids('without=ownerId,segment')).toEqual(['A', `O'Neill/"x"`]);
    expect(await ids('without=ownerId&overdue=85.00..&balanceCurrency=EUR')).toEqual(['A']);
    for (const wrong of ['invoices?without=currency', 'customers?without=id', 'payments?without='])
      expect((await get(`/v1/${wrong}`)).status).toBe(422);
  });
});
