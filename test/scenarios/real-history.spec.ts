import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Added, added, Histories } from '../support/histories.js';
import { realFile, type RealRow, realRows, WHOLE } from '../support/real-rows.js';
import { givenData } from '../support/story.js';

// A real receivables history by the command line, and its aging against numbers computed independently. The data is not ours to keep
// in the repository.

const ROOT = resolve(__dirname, '../..');
const { path: DATA, there, told } = givenData('receivables');

jest.setTimeout(600_000); // four imports of a thousand invoices on whatever machine

interface Day {
  as_of: string;
  open_amount: string;
  overdue_amount: string;
  counts: Record<string, number>;
  amounts: Record<string, string>;
}
interface Figures {
  open: string;
  overdue: string;
  balanced: boolean;
  buckets: Record<string, { count: number; amount: string }>;
}
type Imported = Record<'code' | 'rejected' | 'unchanged', unknown> & Added;
interface Report {
  currencies: [Figures];
  rows: { open: string; buckets: Figures['buckets'] }[];
  next: string | null;
}

describe(`a real receivables history${there ? '' : ` (skipped: there is no ${DATA})`}`, () => {
  const file = join(DATA, 'receivables.csv');
  const expected = there
    ? (JSON.parse(readFileSync(join(DATA, 'expected.json'), 'utf8')) as Record<string, Day[]>)
    : {};
  let running: Histories[] = [];
  afterEach(async () => {
    await Promise.all(running.map((histories) => histories.stop()));
    running = [];
  });

  const start = async (needed?: (row: RealRow) => boolean) => {
    const histories = await Histories.start();
    running.push(histories);
    const from = needed ? await realFile(file, histories.folder, needed) : file;
    const auditor = await histories.running.as('auditor');
    return {
      rows: realRows(from),
      imported: async (...options: string[]): Promise<Imported> => {
        const mapping = join(ROOT, 'docs/examples/receivables.mapping.json');
        const { code, last } = await histories.importing(from, ['--mapping', mapping, ...options]).ended;
        return { code, rejected: last.rejected, unchanged: last.unchanged, ...(last.added as Added) };
      },
      aging: async (question: string): Promise<Report> =>
        (await auditor.get<Report>(`/v1/reports/aging?${question}`)).body,
    };
  };
  const figures = ({ open, overdue, balanced, buckets }: Figures) => ({
    ...{ open, overdue, balanced },
    counts: Object.fromEntries(Object.entries(buckets).map(([name, { count }]) => [name, count])),
    amounts: Object.fromEntries(Object.entries(buckets).map(([name, { amount }]) => [name, amount])),
  });
  const right = ({ open_amount, overdue_amount, counts, amounts }: Day) => ({
    ...{ open: open_amount, overdue: overdue_amount, balanced: true, counts, amounts },
  });

  told(
    'first-light',
    '2',
    '1,177 invoices go in once, and age as computed elsewhere on every day',
    async (show) => {
      const { imported, aging } = await start();
      const known = { code: 0, rejected: 0, unchanged: 0, ...added(48, 1177, 0) };
      show({
        input: 'import, payments up to 2013-06-30 only',
        right: { ...known, payments: expect.any(Number) as number },
        got: await imported('--known-until', '2013-06-30'),
      });
      for (const day of expected.aging_payments_recorded_only_to_2013_06_30!)
        show({
          input: `aging as of ${day.as_of}, payments known to 2013-06-30`,
          right: right(day),
          got: figures((await aging(`asOf=${day.as_of}`)).currencies[0]),
        });
      const rest = await imported();
      show({ input: 'the rest', right: [0, 0, 0], got: [rest.customers, rest.invoices, rest.rejected] });
      show({
        input: 'all of it again',
        right: { code: 0, rejected: 0, unchanged: 1177, ...added(0, 0, 0) },
        got: await imported(),
      });
      for (const day of expected.aging!) {
        const question = `asOf=${day.as_of}`;
        const total = figures((await aging(question)).currencies[0]);
        show({ input: `aging as of ${day.as_of}`, right: right(day), got: total });
        const cents: Record<string, bigint> = {};
        for (let next: string | null = ''; next !== null;) {
          const cursor: string = next && `&cursor=${encodeURIComponent(next)}`;
          const page: Report = await aging(`${question}&by=customer&limit=20${cursor}`);
          for (const { buckets } of page.rows)
            for (const [name, { amount }] of Object.entries(buckets))
              cents[name] = (cents[name] ?? 0n) + BigInt(amount.replace('.', ''));
          next = page.next;
        }
        const inCents = ([name, amount]: [string, string]) =>
          [name, BigInt(amount.replace('.', ''))] as const;
        show({
          input: `rows by customer, added up, as of ${day.as_of}`,
          right: Object.fromEntries(Object.entries(total.amounts).map(inCents)),
          got: cents,
        });
      }
    },
  );

  told(
    'first-light',
    '2',
    'what the file says was known in June 2013 is what was known in June 2013',
    async (show) => {
      // What was paid before that day weighs nothing on it, and what was issued after it is not there: all figures stay what they are.
      const { rows, imported, aging } = await start(
        ({ issuedOn, settledOn }) => issuedOn <= '2013-06-30' && settledOn > '2013-06-30',
      );
      const customers = new Set(rows.map(({ customer }) => customer)).size;
      const all = WHOLE ? added(48, 1177, 1177) : added(customers, rows.length, rows.length);
      show({
        input: 'import --stated-as-effective',
        right: { code: 0, rejected: 0, unchanged: 0, ...all },
        got: await imported('--stated-as-effective'),
      });
      const known = 'known=stated&knownAt=2013-06-30T23:59:59%2B02:00';
      show({
        input: `asOf=2013-06-30&${known}`,
        right: right(expected.aging!.find((day) => day.as_of === '2013-06-30')!),
        got: figures((await aging(`asOf=2013-06-30&${known}`)).currencies[0]),
      });
      const { open, counts, amounts } = figures((await aging(`asOf=2013-07-31&${known}`)).currencies[0]);
      show({
        input: `asOf=2013-07-31&${known}: the same 45 invoices, now late`,
        right: { open: '2961.04', count: 45, '1-30': '2556.44', '31-60': '404.60' },
        got: {
          open,
          count: Object.values(counts).reduce((sum, count) => sum + count, 0),
          ...{ '1-30': amounts['1-30'], '31-60': amounts['31-60'] },
        },
      });
    },
  );
});
