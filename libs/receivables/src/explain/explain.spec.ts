import fc from 'fast-check';
import { story } from '../../../../test/support/story.js';
import { Ledger } from '../../spec/ledger.js';
import { startReading } from '../../spec/reading.js';

interface Explained {
  figure: string;
  sum: string;
  count: number;
  equal: boolean;
  formula: string;
  lines: { number: string | null; dueOn: string | null; days: number | null; amount: string }[];
}
type Amounts = Record<string, string>;
interface Compared {
  rows: { key: string | null; currency: string; a: Amounts; b: Amounts; difference: Amounts }[];
  facts: { type: string; actor: string; reason: string | null; moved: { open: string; held: string }[] }[];
}
interface Row {
  key: string | null;
  currency: string;
  buckets: Record<string, unknown>;
  [column: string]: unknown;
}

const cents = (amounts: readonly string[]): bigint =>
  amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);

/** Invoices with what is paid of them and to which day they were moved, drawn once. */
const [DRAWN] = fc.sample(
  fc.array(
    fc.record({
      customer: fc.constantFrom('A', 'B', 'C/1'),
      owner: fc.constantFrom('anna', 'bruno'),
      total: fc.integer({ min: 1, max: 500 }),
      due: fc.integer({ min: 0, max: 180 }),
      paid: fc.option(fc.integer({ min: 1, max: 500 })),
      moved: fc.option(fc.integer({ min: 1, max: 60 })),
      parts: fc.boolean(),
    }),
    { minLength: 25, maxLength: 25 },
  ),
  { seed: 20260630, numRuns: 1 },
);
/** Questions, each with the rows that are asked beside its totals. */
const asked = (half: string): [string, ...string[]][] => [
  ['', '&by=customer', '&by=owner'],
  ['&basis=contractual'],
  ['&basis=issued'],
  [`&knownAt=${half}&asOf=2026-03-31`, '&by=customer'],
];
const day = (offset: number): string => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);

describe('what figures of the aging are made of', () => {
  let ledger: Ledger;
  let reading: Awaited<ReturnType<typeof startReading>>;
  let half: string;

  beforeAll(async () => {
    ledger = await Ledger.open();
    reading = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' });
    for (const customer of ['A', 'B', 'C/1']) await ledger.customer(customer);
    for (const [i, { customer, owner, total, due, paid, moved, parts }] of DRAWN!.entries()) {
      const number = `N${i}`;
      await ledger.issue(number, {
        ...{ customer, owner, issuedOn: '2026-01-01', total: `${2 * total}.00`, dueOn: day(due) },
        ...(parts && {
          instalments: [
            [day(due), `${total}.00`],
            [day(due + 40), `${total}.00`],
          ] as [string, string][],
        }),
      });
      if (i === 12) half = (await ledger.beat()).toISOString();
      const taken = Math.min(paid ?? 0, 2 * total);
      if (paid) await ledger.pay(`P${i}`, `${paid + 3}.00`, day(due), { [number]: `${taken}.00` }, customer);
      if (moved && taken < 2 * total && !parts) await ledger.extend(number, day(due + moved), day(due));
    }
    await ledger.receive('unknown', '7.00', '2026-02-01');
    await ledger.beat();
  }, 120_000);
  afterAll(async () => {
    await reading?.app.close();
    await ledger?.close();
  });

  const ok = async <Body>(url: string): Promise<Body> => {
    const { status, text } = await reading.get(url);
    expect([url, status, status === 200 ? '' : text]).toEqual([url, 200, '']);
    return JSON.parse(text) as Body;
  };
  const explain = (question: string, cell: string): Promise<Explained> =>
    ok(`/v1/explain?report=aging&currency=EUR${question}&cell=${encodeURIComponent(cell)}`);

  story(
    'page',
    'B26',
    'Every figure of the aging is the sum of its lines, added up from each document',
    async (show) => {
      const broken: string[] = [];
      let cells = 0;
      for (const [question, ...groups] of asked(half)) {
        for (const by of ['', ...groups]) {
          const report = await ok<{ currencies: Row[]; rows: Row[] }>(
            `/v1/reports/aging?limit=500${question}${by}`,
          );
          for (const row of by === '' ? report.currencies : report.rows) {
            const columns = [
              'open',
              'overdue',
              'extended',
              'unapplied',
              'control',
              ...Object.keys(row.buckets),
            ];
            for (const column of columns) {
              const key = by === '' ? '' : (row.key ?? '-');
              const { equal, sum, figure } = await explain(`${question}${by}`, `${key}/${column}`);
              cells += 1;
              if (!equal) broken.push(`${question}${by} ${key}/${column}: ${sum}, but ${figure}`);
            }
          }
        }
      }
      show({
        input:
          '25 invoices of three customers, some in parts, part paid, moved; every cell by three bases and two instants',
        right: { broken: [], many: true },
        got: { broken, many: cells > 100 },
      });
    },
  );

  story('page', 'B27', 'Between two instants the facts of a row add up to its difference', async (show) => {
    const compared = await ok<Compared>(`/v1/compare?report=aging&by=customer&knownAt=${half}`);
    const sums: unknown[] = [];
    for (const { key, difference } of compared.rows) {
      const row = `row=${encodeURIComponent(key ?? '-')}`;
      const { rows, facts } = await ok<Compared>(
        `/v1/compare?report=aging&by=customer&knownAt=${half}&${row}`,
      );
      const moved = facts.flatMap(({ moved: each }) => each);
      const held = [difference.unapplied!, difference.pending!, difference.credits!];
      sums.push([
        rows.length,
        cents(moved.map(({ open }) => open)) === cents([difference.open!]),
        cents(moved.map(({ held: of }) => of)) === cents(held),
      ]);
    }
    const same = await ok<Compared>(`/v1/compare?report=aging&by=customer&knownAt=${half}&vsKnownAt=${half}`);
    show({
      input: 'as known after half of the invoices, against now, customer by customer',
      right: { sums: compared.rows.map(() => [1, true, true]), rows: true, same: [[], []] },
      got: { sums, rows: compared.rows.length >= 3, same: [same.rows, same.facts] },
    });
  });

  it.each([
    ['explain?report=aging&currency=EUR', '/cell'],
    ['explain?report=aging&cell=/open', '/currency'],
    ['explain?report=aging&currency=EUR&cell=/nothing', '/cell'],
    ['explain?report=aging&currency=EUR&cell=A/open', '/cell'],
    ['explain?report=customer&currency=EUR&cell=A/control', '/cell'],
    ['explain?report=invoice&currency=EUR&cell=N0/open', '/cell'],
    ['explain?report=invoice&currency=EUR&cell=0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c/constructor', '/cell'],
    ['explain?report=payment&currency=EUR&cell=/received&by=customer', '/by'],
    ['explain?report=credit-note&currency=EUR&cell=0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c/open', '/cell'],
    ['compare?by=customer', '/report'],
    ['compare?report=aging&row=A', '/row'],
    ['compare?report=aging&vsKnownAt=2999-01-01T00:00:00Z', '/knownAt'],
  ])('refuses %s by the name of %s', async (question, field) => {
    const { status, body } = await reading.get(`/v1/${question}`);
    expect([status, body.errors[0]?.field]).toEqual([422, field]);
  });

  it.each([
    'report=aging&by=customer&currency=EUR&cell=Z/open',
    'report=aging&currency=JPY&cell=/open',
    'report=customer&currency=EUR&cell=Z/balance',
    // No limit was set.
    'report=customer&currency=EUR&cell=A/room',
    'report=invoice&currency=EUR&cell=0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c/open',
    'report=credit-note&currency=EUR&cell=0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c/total',
  ])('knows no row that is not there: %s', async (question) => {
    expect((await reading.get(`/v1/explain?${question}`)).status).toBe(404);
  });
});
