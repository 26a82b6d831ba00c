import { story } from '../../../test/support/story.js';
import { fitted, grouped } from './aging-fitted.js';
import type { Aging, Amounts } from './aging-answer.js';
import { narrowed, shortened } from './terminal-width.js';

const BUCKETS = ['not_due', '1-30', '31-60', '61-90', '90+'];

const amounts = (currency: string, by: Record<string, string>, more: Partial<Amounts> = {}): Amounts => {
  const zero = currency === 'JPY' ? '0' : '0.00';
  return {
    currency,
    buckets: Object.fromEntries(
      BUCKETS.map((name) => [name, { count: by[name] ? 1 : 0, amount: by[name] ?? zero }]),
    ),
    open: by.open ?? zero,
    ...{ overdue: zero, extended: zero, disputed: zero, unapplied: zero, pending: zero },
    ...more,
  };
};
const report = (currencies: Amounts[], rows: Aging['rows']): Aging => ({
  ...{ asOf: '2026-03-31', knownAt: '2026-04-01T07:00:00.000Z', knownPosition: '1', known: 'recorded' },
  ...{ definition: 'aging/1', basis: 'agreed', by: 'customer', currencies, rows, next: null },
});

const EUR = amounts(
  'EUR',
  { not_due: '1234567.80', '90+': '999.00', open: '1235566.80' },
  { overdue: '999.00', unapplied: '12.00', control: '1235554.80', balanced: true },
);
const JPY = amounts('JPY', { '1-30': '7000', open: '7000' }, { overdue: '7000', control: '7000' });
const LONG = 'Società per azioni per il commercio di macchine utensili e ricambi di Sesto San Giovanni';
const TWO = report(
  [EUR, JPY],
  [
    {
      key: 'C-104',
      name: LONG,
      ...amounts('EUR', { not_due: '1234567.80', open: '1234567.80' }),
    },
    {
      key: 'K',
      name: '東京株式会社',
      ...amounts('EUR', { '90+': '999.00', open: '999.00' }, { overdue: '999.00' }),
    },
    { key: null, name: null, ...amounts('EUR', {}, { unapplied: '12.00' }) },
    {
      key: 'K',
      name: '東京株式会社',
      ...amounts('JPY', { '1-30': '7000', open: '7000' }, { overdue: '7000' }),
    },
  ],
);
const FULL: Amounts = amounts(
  'EUR',
  { ...Object.fromEntries(BUCKETS.map((name) => [name, '10000000.00'])), open: '50000000.00' },
  {
    ...{ overdue: '40000000.00', extended: '10000000.00', unapplied: '10000000.00', pending: '10000000.00' },
  },
);
const EVERY = report(
  [FULL],
  [{ key: 'a-key-of-a-customer-that-is-far-too-long', name: LONG, ...FULL, disputed: '10000000.00' }],
);

/** Columns of a terminal, of texts without marks: the signs of East Asia take two. */
const widest = (text: string): number =>
  Math.max(
    ...text.split('\n').map((line) => [...line].length + (line.match(/\p{Script=Han}/gu)?.length ?? 0)),
  );

describe('the aging in a terminal', () => {
  story(
    'mended-files',
    'B3',
    'No row is broken in a terminal of 80 or 100 columns, and no amount is left out',
    (show) => {
      const everyAmount = [
        ...FULL.buckets['90+']!.amount.slice(0, 1),
        FULL.open,
        FULL.overdue,
        FULL.extended,
      ];
      const of = (columns: number): object => ({
        fits: widest(fitted(TWO, columns)) <= columns && widest(fitted(EVERY, columns)) <= columns,
        complete: everyAmount.every((amount) => fitted(EVERY, columns).includes(grouped(amount))),
      });
      show({
        input: 'totals in EUR and JPY and four customers; one customer with every column filled',
        right: { 80: { fits: true, complete: true }, 100: { fits: true, complete: true } },
        got: { 80: of(80), 100: of(100) },
      });
    },
  );

  it('is headed by currency, with amounts in thousands, and says which columns are all zero', () => {
    expect(fitted(TWO, 80)).toBe(`Aging as of 2026-03-31, as known at 2026-04-01T07:00:00.000Z (recorded);
basis agreed, definition aging/1

EUR              amount  invoices
---------  ------------  --------
not_due    1,234,567.80         1
90+              999.00         1
open       1,235,566.80
overdue          999.00
unapplied         12.00
control    1,235,554.80
all zero: 1-30, 31-60, 61-90, extended, disputed, pending

EUR customer  name             not_due     90+          open  overdue  unapplied
------------  ----------  ------------  ------  ------------  -------  ---------
C-104         Società p…  1,234,567.80    0.00  1,234,567.80     0.00       0.00
K             東京株式…           0.00  999.00        999.00   999.00       0.00
(nobody)                          0.00    0.00          0.00     0.00      12.00

JPY      amount  invoices
-------  ------  --------
1-30      7,000         1
open      7,000
overdue   7,000
control   7,000
all zero: not_due, 31-60, 61-90, 90+, extended, disputed, unapplied, pending

JPY customer  name           1-30   open  overdue
------------  ------------  -----  -----  -------
K             東京株式会社  7,000  7,000    7,000`);
  });

  it('puts columns that do not fit into a further table with the same keys', () => {
    const tables = fitted(EVERY, 80).split('\n\n').slice(2);
    expect(tables.map((table) => table.split('\n')[0]!.trim().split(/ {2,}/))).toEqual([
      ['EUR customer', 'name', 'not_due', '1-30', '31-60'],
      ['EUR customer', 'name', '61-90', '90+', 'open'],
      ['EUR customer', 'name', 'overdue', 'extended', 'disputed'],
      ['EUR customer', 'name', 'unapplied', 'pending'],
    ]);
    expect(tables.every((table) => table.includes('a-key-of-a-…'))).toBe(true);
  });

  it('says that a currency is not balanced, and when nothing is there', () => {
    expect(fitted(report([{ ...EUR, balanced: false }], []), 80)).toContain('EUR is NOT balanced');
    expect(fitted(report([], []), 80)).toContain('nothing is open');
  });

  it.each([
    ['0', '0'],
    ['999.00', '999.00'],
    ['-1000.00', '-1,000.00'],
    ['-999.0000', '-999.0000'],
    ['1234567.891', '1,234,567.891'],
    ['123456789012345.12', '123,456,789,012,345.12'],
  ])('groups %s as %s', (amount, right) => {
    expect(grouped(amount)).toBe(right);
  });

  it('shortens between characters, never within one', () => {
    expect(shortened('Ro\u0301ssi S.r.l.', 4)).toBe('Ro\u0301s…');
    expect(shortened('東京株式会社', 6)).toBe('東京…');
    expect(shortened('Rossi', 5)).toBe('Rossi');
  });

  it('cuts texts of a table that is too wide, the widest first, and never amounts', () => {
    const header = ['on', 'invoice', 'customer', 'open'];
    const rows = [['2026-03-31', 'INV-2026-0000117', 'a-customer-with-a-long-id', '12345678.00']];
    expect(narrowed(header, rows, 80, [1, 2])).toEqual(rows);
    expect(narrowed(header, rows, 50, [1, 2])).toEqual([
      ['2026-03-31', 'INV-2026-0…', 'a-customer-…', '12345678.00'],
    ]);
    expect(narrowed(header, rows, 20, [1, 2])).toEqual([
      ['2026-03-31', 'INV-202…', 'a-custo…', '12345678.00'],
    ]);
  });
});
