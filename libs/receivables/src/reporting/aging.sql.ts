import type { Bind, Cut } from '@quittance/reading';
import { type Basis, type BucketEnds, bucketNames, STANDARD_BUCKETS } from './buckets.js';
import { nameAt, rowConditions, type RowFilters } from './aging.filters.js';
import type { AgingSort } from './aging.question.js';
import type { GroupRow } from './group-row.js';
import { groupsSql, HELD_COLUMNS } from './groups.sql.js';
import { standingControl } from './recent.sql.js';

export interface AgingSql {
  basis: Basis;
  ends: BucketEnds;
  by?: 'customer' | 'owner';
  /** Only this currency. */
  currency?: string;
  /** Of the rows; by key when left out. */
  sort?: AgingSort;
  /** Which rows. */
  filters?: RowFilters;
  /** Which rows beside the totals: after a row's place (`placeOfRow`), at most so many; none without `by`. */
  rows?: { after?: readonly string[]; limit?: number };
  totals: boolean;
  /** The place is close to the present (`isRecent`). */
  recent?: boolean;
  /** Selects of what is disputed of invoices at the place. */
  disputed?: readonly string[];
  /** Some invoices are in parts. */
  apart: boolean;
  /** Somebody was merged, or handed over. */
  mapped?: boolean;
}

/** The whole report in one statement, so in one snapshot. */
export function agingSql(bind: Bind, cut: Cut, report: AgingSql): string {
  const { basis, ends, by, rows, totals, recent, currency, disputed, apart, mapped } = report;
  const only = currency === undefined ? 'true' : `currency = ${bind.add(currency)}`;
  const parts = [
    ...(totals ? [totalsSql(cut, report, only)] : []),
    ...(by && rows ? [rowsSql(bind, cut, report, by, rows, only)] : []),
  ];
  return `with ${groupsSql(bind, cut, { by, basis, ends, disputed, recent, apart, mapped })}
    select * from (${parts.join('\nunion all\n')}) answer order by rank, ${orderOf(report.sort).join(', ')}`;
}

/** The groups of some customers only, as rows. */
export function customersSql(
  bind: Bind,
  cut: Cut,
  ends: BucketEnds,
  customers: readonly string[],
  { disputed, mapped }: { disputed: readonly string[]; mapped: boolean },
): string {
  return `with ${groupsSql(bind, cut, { by: 'customer', basis: 'agreed', ends, customers, disputed, mapped, apart: true })}
    select 1 as rank, key, null as name, currency, ${columns(ends, 'agreed')}, control from groups
    order by ${ORDER}`;
}

/** What each customer owes in each currency, or in one: `key, currency, open, overdue, unapplied, pending, balance`. */
export function balancesSql(
  bind: Bind,
  cut: Cut,
  currency: string | undefined,
  close: { recent: boolean; mapped: boolean },
): string {
  const grouping = {
    by: 'customer',
    basis: 'agreed',
    ends: STANDARD_BUCKETS,
    control: false,
    apart: true,
  } as const;
  return `with ${groupsSql(bind, cut, { ...grouping, ...close })}
    select key, currency, open, overdue, unapplied, pending, open - unapplied - pending - credits as balance
    from groups${currency === undefined ? '' : ` where currency = ${bind.add(currency)}`}`;
}

/** By code point, money of nobody known last: everywhere alike. */
const ORDER = '(key is null), key collate "C", currency collate "C"';

/** What rows are sorted by, each ascending: a descending amount by what it takes to be zero. */
const orderOf = (sort?: AgingSort): string[] =>
  sort
    ? [
        'currency collate "C"',
        `${sort.descending ? '-' : ''}${sort.column}`,
        '(key is null)',
        'key collate "C"',
      ]
    : [ORDER];

/** A row's place in the order, as the next page's cursor compares it: [key is null, key, currency], and its amount. */
export const placeOfRow = (row: GroupRow, sort?: AgingSort): string[] => [
  row.key === null ? '1' : '0',
  row.key ?? '',
  row.currency,
  ...(sort ? [row[sort.column]] : []),
];

/** Rows after such a place: one comparison of rows. */
function beyond(after: readonly string[], bind: Bind, sort?: AgingSort): string {
  const [isNull, key, currency] = [
    ['(key is null)::int', `${bind.add(after[0])}::int`],
    [`coalesce(key, '') collate "C"`, `${bind.add(after[1])}::text`],
    ['currency collate "C"', `${bind.add(after[2])}::text`],
  ] as const;
  const sign = sort?.descending ? '-' : '';
  const parts = sort
    ? [currency, [`${sign}${sort.column}`, `${sign}${bind.add(after[3])}::numeric`], isNull, key]
    : [isNull, key, currency];
  return `and (${parts.map(([mine]) => mine).join(', ')}) > (${parts.map(([, its]) => its).join(', ')})`;
}

function columns(ends: BucketEnds, basis: Basis, sum = (column: string): string => column): string {
  const indexes = Object.keys(bucketNames(ends, basis));
  const sums = ['open', 'overdue', 'extended', 'disputed', ...HELD_COLUMNS];
  return `array[${indexes.map((i) => `${sum(`n${i}`)}::int`).join(', ')}] as counts,
    array[${indexes.map((i) => `${sum(`a${i}`)}::text`).join(', ')}] as amounts,
    ${sums.map((column) => `${sum(column)} as ${column}`).join(', ')}`;
}

/** Totals of the groups; the control beside them is the sum of `control_lines`, which rows have among them. */
function totalsSql(cut: Cut, { ends, basis, by, recent }: AgingSql, only: string): string {
  const sums = columns(ends, basis, (column) => `sum(${column})`);
  const select = 'select 0 as rank, null::text as key, null::text as name';
  if (by)
    return `
  ${select}, currency, ${sums}, sum(control) as control from groups where ${only} group by currency`;
  const lines = recent ? `${standingControl(cut)} k` : `live.control_lines k where ${cut.line('k')}`;
  return `
  ${select}, totals.*, coalesce(control.amount, 0) as control
  from (
    select currency, ${sums} from groups where ${only} group by currency
  ) totals
  left join (
    select k.currency, sum(k.amount) as amount from ${lines} group by 1
  ) control on control.currency = totals.currency`;
}

/** Groups in which something is, with their names as known at the place. */
function rowsSql(
  bind: Bind,
  cut: Cut,
  { ends, basis, sort, filters = {} }: AgingSql,
  by: 'customer' | 'owner',
  { after, limit }: { after?: readonly string[]; limit?: number },
  only: string,
): string {
  const name = nameAt(cut, by);
  const filtered = rowConditions(bind, filters, name).map((condition) => ` and ${condition}`);
  return `
  select 1 as rank, page.key, ${name} as name, page.currency, ${columns(ends, basis)}, page.control
  from (
    select * from groups
    where (${['open', ...HELD_COLUMNS, 'control'].map((c) => `${c} <> 0`).join(' or ')}) and ${only}${filtered.join('')}
      ${after ? beyond(after, bind, sort) : ''}
    order by ${orderOf(sort).join(', ')} ${limit ? `limit ${limit}` : ''}
  ) page`;
}
