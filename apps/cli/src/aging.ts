import { type Answer, type ApiClient, bodyOf, type OptionNames } from './client.js';
import { type Aging, type Amounts, sumsOf } from './aging-answer.js';
import { fitted } from './aging-fitted.js';
import { printLine, tableOf } from './terminal.js';

export const KNOWN = ['recorded', 'stated'];
export const BASES = ['agreed', 'contractual', 'issued'];
export const GROUPS = ['customer', 'owner'];
export const BUCKETS = '30,60,90';
export const SORTS = [
  'open',
  'overdue',
  'extended',
  'disputed',
  'unapplied',
  'pending',
  'credits',
  'control',
].flatMap((column) => [column, `-${column}`]);

/** What `report aging` calls the parameters of the report. */
export const AGING_OPTIONS: OptionNames = {
  '/asOf': '--as-of',
  '/knownAt': '--known-at',
  '/known': '--known',
  '/basis': '--basis',
  '/by': '--by',
  '/buckets': '--buckets',
  '/sort': '--sort',
  '/currency': '--currency',
  '/definition': '--definition',
  '/delimiter': '--delimiter',
  '/bom': '--bom',
};

/** What the API answers to the question as it is now. `heard` is told of each answer. */
const asking =
  (api: ApiClient, query: URLSearchParams, heard?: (answer: Answer) => void) => async (): Promise<Aging> => {
    const answer = await api.get(`/v1/reports/aging?${query.toString()}`);
    heard?.(answer);
    return bodyOf<Aging>(answer, AGING_OPTIONS);
  };

/** The whole report: all pages of its rows, each asked at the instant of the first. */
export async function agingOf(
  api: ApiClient,
  query: URLSearchParams,
  heard?: (answer: Answer) => void,
): Promise<Aging> {
  const page = asking(api, query, heard);
  query.set('limit', '500');
  const report = await page();
  query.set('knownAt', report.knownAt);
  for (let next = report.next; next;) {
    query.set('cursor', next);
    const more = await page();
    report.rows.push(...more.rows);
    next = more.next;
  }
  return { ...report, next: null };
}

/** Says on stderr what the report cannot say: its bytes stay the same for the same question. */
export function sayParked(answer: Answer): void {
  const parked = answer.header('quittance-parked');
  if (!parked) return;
  process.stderr.write(
    `${parked} streams are parked and in part left out: \`quittance parked\` says which\n`,
  );
}

/** The first rows of each currency, all at the instant of the first question. @param query with `sort` */
export async function topOf(
  api: ApiClient,
  query: URLSearchParams,
  top: number,
  heard?: (answer: Answer) => void,
): Promise<Aging> {
  const ask = asking(api, query, heard);
  query.set('limit', String(top));
  const report = await ask();
  if (report.currencies.length < 2) return { ...report, next: null };
  query.set('knownAt', report.knownAt);
  const rows: Aging['rows'] = [];
  for (const { currency } of report.currencies) {
    query.set('currency', currency);
    rows.push(...(await ask()).rows);
  }
  return { ...report, rows, next: null };
}

/** The report as tables for people: complete, or fitted to a terminal of so many columns. */
export async function print(report: Aging, columns?: number): Promise<void> {
  if (columns !== undefined) return printLine(fitted(report, columns));
  return complete(report);
}

async function complete(report: Aging): Promise<void> {
  const { asOf, knownAt, known, definition, basis, currencies, rows } = report;
  await printLine(
    `Aging as of ${asOf}, as known at ${knownAt} (${known}); basis ${basis}, definition ${definition}`,
  );
  if (!currencies.length) return printLine('nothing is open, nothing was issued');
  const totals = currencies.flatMap((total) => [
    [total.currency, ...amountsOf(total), total.control ?? ''],
    ['  invoices', ...Object.values(total.buckets).map(({ count }) => String(count))],
  ]);
  const columns = [...Object.keys(currencies[0]!.buckets), ...sumsOf(currencies[0]!)];
  await printLine(`\n${tableOf(['', ...columns, 'control'], totals, (i) => i > 0)}`);
  for (const { currency, balanced } of currencies) {
    if (balanced === false)
      await printLine(`${currency} is NOT balanced: open - unapplied - pending - credits is not control`);
  }
  if (!rows.length) return;
  const lines = rows.map((row) => [row.key ?? '(nobody)', row.name ?? '', row.currency, ...amountsOf(row)]);
  await printLine(`\n${tableOf(['key', 'name', '', ...columns], lines, (i) => i > 2)}`);
}

const amountsOf = (amounts: Amounts): string[] => [
  ...Object.values(amounts.buckets).map(({ amount }) => amount),
  ...sumsOf(amounts).map((name) => amounts[name]!),
];
