// A real receivables history through the front door, and its aging against numbers computed independently.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command, expect, say, title } from './ledger.mjs';
import { Installation, aging } from './installation.mjs';

const MAPPING = 'docs/examples/receivables.mapping.json';

const lastLine = (text) => JSON.parse(text.trim().split('\n').at(-1));

/** What expected.json says of a day, in the shape of `aging()`. */
const wanted = ({ open_amount, overdue_amount, counts, amounts }) => ({
  open_amount,
  overdue_amount,
  counts,
  amounts,
  balanced: true,
});

async function importing(quittance, file, ...options) {
  command(`npm run -s quittance -- import receivables.csv --mapping ${MAPPING} ${options.join(' ')}`);
  const { code, stdout, stderr } = await quittance.quittance(
    'import',
    file,
    '--mapping',
    MAPPING,
    ...options,
  );
  if (!stdout.trim()) throw new Error(`import ended with ${code}: ${stderr}`);
  const { rows, added, unchanged, rejected, seconds } = lastLine(stdout);
  const commands = added.customers + added.invoices + added.payments;
  say(`${rows} rows, ${commands} commands in ${seconds} s: ${Math.round(commands / seconds)} commands/s`);
  return { code, rows, added, unchanged, rejected };
}

/** Adds up every page of a report's rows, in cents. */
async function sumOfRows(quittance, question) {
  const total = {};
  let next;
  do {
    const { body } = await quittance.get(
      `${question}&limit=20${next ? `&cursor=${encodeURIComponent(next)}` : ''}`,
    );
    for (const row of body.rows) {
      for (const [bucket, { count, amount }] of Object.entries(row.buckets)) {
        total[bucket] ??= { count: 0, cents: 0n };
        total[bucket].count += count;
        total[bucket].cents += BigInt(amount.replace('.', ''));
      }
    }
    next = body.next;
  } while (next);
  return Object.fromEntries(
    Object.entries(total).map(([bucket, { count, cents }]) => [bucket, `${count} / ${cents}`]),
  );
}

export async function showRealHistory(root, work, data) {
  title('2. A real receivables history: 1,177 invoices of 48 customers');
  const file = join(data, 'receivables', 'receivables.csv');
  const expected = JSON.parse(await readFile(join(data, 'receivables', 'expected.json'), 'utf8'));

  const quittance = await Installation.at(root, join(work, 'history'));
  await quittance.start();
  expect(
    'payments up to 2013-06-30 only',
    { code: 0, rows: 1177, customers: 48, invoices: 1177, rejected: 0 },
    await importing(quittance, file, '--known-until', '2013-06-30').then((result) => ({
      code: result.code,
      rows: result.rows,
      customers: result.added.customers,
      invoices: result.added.invoices,
      rejected: result.rejected,
    })),
  );
  for (const day of expected.aging_payments_recorded_only_to_2013_06_30) {
    const { body } = await quittance.get(`/v1/reports/aging?asOf=${day.as_of}`);
    expect(`aging as of ${day.as_of}, payments known to 2013-06-30`, wanted(day), aging(body));
  }
  const rest = await importing(quittance, file);
  expect('then the rest', [0, 0, 0], [rest.added.customers, rest.added.invoices, rest.rejected]);
  const again = await importing(quittance, file);
  expect('a second import adds 0', { customers: 0, invoices: 0, payments: 0 }, again.added);
  expect('and every row is unchanged', 1177, again.unchanged);
  for (const day of expected.aging) {
    const question = `/v1/reports/aging?asOf=${day.as_of}`;
    const { body } = await quittance.get(question);
    expect(`aging as of ${day.as_of}`, wanted(day), aging(body));
    expect(
      `rows by customer add up as of ${day.as_of}`,
      Object.fromEntries(
        Object.entries(body.currencies[0].buckets).map(([bucket, { count, amount }]) => [
          bucket,
          `${count} / ${BigInt(amount.replace('.', ''))}`,
        ]),
      ),
      await sumOfRows(quittance, `${question}&by=customer`),
    );
  }
  await quittance.interrupt();

  const stated = await Installation.at(root, join(work, 'stated'));
  await stated.start();
  const fresh = await importing(stated, file, '--stated-as-effective');
  expect('all in one import', { customers: 48, invoices: 1177, payments: 1177 }, fresh.added);
  const known = 'known=stated&knownAt=2013-06-30T23:59:59%2B02:00';
  const june = expected.aging.find((day) => day.as_of === '2013-06-30');
  const asOfJune = await stated.get(`/v1/reports/aging?asOf=2013-06-30&${known}`);
  expect('as of 2013-06-30, as stated by then', wanted(june), aging(asOfJune.body));
  const asOfJuly = aging((await stated.get(`/v1/reports/aging?asOf=2013-07-31&${known}`)).body);
  expect(
    'as of 2013-07-31: the same 45 invoices, now late',
    { open: '2961.04', count: 45, '1-30': '2556.44', '31-60': '404.60' },
    {
      open: asOfJuly.open_amount,
      count: Object.values(asOfJuly.counts).reduce((sum, count) => sum + count, 0),
      '1-30': asOfJuly.amounts['1-30'],
      '31-60': asOfJuly.amounts['31-60'],
    },
  );
  await stated.interrupt();
}
