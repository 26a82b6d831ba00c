import type { Bind } from '@quittance/http';
import { type Basis, type BucketEnds, bucketNames } from './buckets.js';
import type { Cut } from './cut.js';
import { groupsSql } from './groups.sql.js';

export interface AgingSql {
  basis: Basis;
  ends: BucketEnds;
  by?: 'customer' | 'owner';
  /** Which rows beside the totals: after a row's [key is null, key, currency], at most so many; none without `by`. */
  rows?: { after?: readonly string[]; limit?: number };
  totals: boolean;
  /** The place is close to the present (`isRecent`). */
  recent?: boolean;
}

/** A row of the answer; `rank` 0 is a currency's total, 1 a customer's or owner's. */
export interface GroupRow {
  rank: number;
  key: string | null;
  name: string | null;
  currency: string;
  counts: number[];
  amounts: string[];
  open: string;
  overdue: string;
  extended: string;
  unapplied: string;
  pending: string;
  control: string;
}

/** The whole report in one statement, so in one snapshot. */
export function agingSql(bind: Bind, cut: Cut, report: AgingSql): string {
  const { basis, ends, by, rows, totals, recent } = report;
  const parts = [
    ...(totals ? [totalsSql(cut, ends, basis)] : []),
    ...(by && rows ? [rowsSql(bind, cut, ends, basis, by, rows)] : []),
  ];
  return `with ${groupsSql(bind, cut, { by, basis, ends, recent: recent && by !== 'owner' })}
    select * from (${parts.join('\nunion all\n')}) answer order by rank, ${ORDER}`;
}

/** The groups of some customers only, as rows. */
export function customersSql(bind: Bind, cut: Cut, ends: BucketEnds, customers: readonly string[]): string {
  return `with ${groupsSql(bind, cut, { by: 'customer', basis: 'agreed', ends, customers })}
    select 1 as rank, key, null as name, currency, ${columns(ends, 'agreed')}, control from groups
    order by ${ORDER}`;
}

/** By code point, money of nobody known last: everywhere alike. */
const ORDER = '(key is null), key collate "C", currency collate "C"';

function columns(ends: BucketEnds, basis: Basis, sum = (column: string): string => column): string {
  const indexes = Object.keys(bucketNames(ends, basis));
  const sums = ['open', 'overdue', 'extended', 'unapplied', 'pending'];
  return `array[${indexes.map((i) => `${sum(`n${i}`)}::int`).join(', ')}] as counts,
    array[${indexes.map((i) => `${sum(`a${i}`)}::text`).join(', ')}] as amounts,
    ${sums.map((column) => `${sum(column)} as ${column}`).join(', ')}`;
}

/** Totals of the groups; the control beside them is the sum of `control_lines`. */
const totalsSql = (cut: Cut, ends: BucketEnds, basis: Basis): string => `
  select 0 as rank, null::text as key, null::text as name, totals.*, coalesce(control.amount, 0) as control
  from (
    select currency, ${columns(ends, basis, (column) => `sum(${column})`)} from groups group by currency
  ) totals
  left join (
    select k.currency, sum(k.amount) as amount from live.control_lines k where ${cut.line('k')} group by 1
  ) control on control.currency = totals.currency`;

/** Groups in which something is, with their names as known at the place. */
function rowsSql(
  bind: Bind,
  cut: Cut,
  ends: BucketEnds,
  basis: Basis,
  by: 'customer' | 'owner',
  { after, limit }: { after?: readonly string[]; limit?: number },
): string {
  const beyond =
    after &&
    `and ((key is null)::int, coalesce(key, '') collate "C", currency collate "C")
      > (${bind.add(after[0])}::int, ${bind.add(after[1])}::text, ${bind.add(after[2])}::text)`;
  return `
  select 1 as rank, page.key, named.name, page.currency, ${columns(ends, basis)}, page.control
  from (
    select * from groups
    where (${['open', 'unapplied', 'pending', 'control'].map((c) => `${c} <> 0`).join(' or ')}) ${beyond ?? ''}
    order by ${ORDER} ${limit ? `limit ${limit}` : ''}
  ) page
  left join lateral (
    select l.name from live.party_lines l
    where l.party = '${by === 'owner' ? 'person' : 'customer'}' and l.party_id = page.key
      and l.name is not null and ${cut.known('l')}
    order by l.position desc limit 1
  ) named on true`;
}
