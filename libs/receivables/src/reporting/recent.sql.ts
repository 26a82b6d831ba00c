import { Bind, Cut, type Place } from '@quittance/reading';
import type { Sql } from '@quittance/process';
import { HELD, LATER, MAKING } from '../ledger/ledger.tables.js';
import { ofSql, SUMS } from '../ledger/sums.js';
import { type Basis, bucketOf, type BucketEnds } from './buckets.js';

// A place close to the present needs no look at every line. What stands now is right for all invoices but those that
// something touched since, after the business date or after the position: they are worked out from their lines,
// and taken out of what stands now. Both ways come to the same amounts, to the last digit.

/** Up to so many lines since, it is the quicker way: a fiftieth of the invoices, as PostgreSQL last counted them. */
const MOST_LINES = `(select least(20000, greatest(1000, reltuples / 50))::int from pg_class
  where oid = 'live.invoices'::regclass)`;

/** Invoices of the lines that the place does not see, each by an index of its own; one may come more than once. */
const unseen = (cut: Cut): string =>
  [
    `ledger_lines l where ${MAKING} and l.effective_on > ${cut.day}`,
    `ledger_lines l where ${LATER} and l.effective_on > ${cut.day}`,
    `ledger_lines l where ${ofSql(SUMS.open, 'l')} and not ${cut.known('l')}`,
    `due_date_lines l where l.effective_on > ${cut.day} or not ${cut.known('l')}`,
    `revocation_lines l where l.effective_on > ${cut.day} or not ${cut.known('l')}`,
    `owner_lines l where l.effective_on > ${cut.day} or not ${cut.known('l')}`,
  ]
    .map((lines) => `select l.invoice_id from live.${lines}`)
    .join('\n  union all ');

/** `touched (invoice_id)`. */
export const touchedPart = (cut: Cut): string =>
  `touched as materialized (select distinct invoice_id from (${unseen(cut)}) unseen)`;

/**
 * Whether the place is close enough to the present. A stated instant does not cut off the end of the log, and where a
 * stream is parked, two projections may not agree on what stands now.
 */
export async function isRecent(sql: Sql, place: Place): Promise<boolean> {
  if (place.known !== 'recorded') return false;
  const bind = new Bind();
  const lines = `(${unseen(new Cut(bind, place))} limit ${MOST_LINES} + 1)`;
  const { rows } = await sql.query<{ recent: boolean }>(
    `select not exists (select from projector.parked) and (select count(*) from ${lines} lines) <= ${MOST_LINES} as recent`,
    bind.values,
  );
  return rows[0]!.recent;
}

/**
 * What stands now, in the columns of `bucketed`, without the touched invoices. In all, from one narrow index in its
 * order, a day at a time; by customer or owner, from the rows.
 */
export function standingParts(
  cut: Cut,
  { basis, ends, by }: { basis: Basis; ends: BucketEnds; by?: 'customer' | 'owner' },
): string[] {
  const days = ['v.agreed_due_on', 'v.due_on', ...(basis === 'issued' ? ['v.issued_on'] : [])].join(', ');
  const key = by ? `v.${by}_id` : 'null::text';
  const all = by
    ? `select v.${by}_id, v.currency, ${days}, 1 as n, v.open from live.invoices v where v.open <> 0 and not v.aged_apart`
    : `select v.currency, ${days}, count(*) as n, sum(v.open) as open
       from live.invoices v where v.open <> 0 and not v.aged_apart group by v.currency, ${days}`;
  const touched = `select v.customer_id, v.owner_id, v.currency, ${days}, 1 as n, v.open
       from live.invoices v join touched on touched.invoice_id = v.id where v.open <> 0 and not v.aged_apart`;
  const due = basis === 'contractual' ? 'v.due_on' : 'v.agreed_due_on';
  const bucket = bucketOf(`${cut.day} - ${basis === 'issued' ? 'v.issued_on' : due}`, ends, basis);
  const part = (sign: '' | '-', rows: string): string =>
    `select ${key}, v.currency, ${bucket}, ${cut.day} > ${due}, v.agreed_due_on <> v.due_on, ${sign}sum(v.n), ${sign}sum(v.open)
  from (${rows}) v group by 1, 2, 3, 4, 5`;
  return [part('', all), part('-', touched)];
}

/** What is kept by day, and, with their signs turned, the lines that count by then and are not known yet. */
const kept = (cut: Cut, days: string, columns: string, lines: string): string => `(
  select ${columns}, d.lines as n, d.amount from live.${days} d where ${cut.counts('d.effective_on')}
  union all
  select ${columns}, -1, -l.amount from live.${lines} and ${cut.counts('l.effective_on')} and not ${cut.known('l')})`;

/** `currency, n, amount` of the control: `n` adds up to how many lines they are. */
export const standingControl = (cut: Cut): string =>
  kept(cut, 'control_days', 'currency', 'control_lines l where true');

/** `currency, account, n, amount` of what is held. */
export const standingHeld = (cut: Cut): string =>
  kept(cut, 'held_days', 'currency, account', `ledger_lines l where l.${HELD}`);
