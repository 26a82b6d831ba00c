import { type Bind, Cut, localDate } from '@quittance/reading';
import { endOfDay } from '@quittance/kernel';
import { partsSql } from '../../invoice/instalment/parts.cut.js';
import { HELD, LATER } from '../../ledger/ledger.tables.js';
import { openAt } from '../../ledger/sums.js';

/** The days that are looked at, and the entity's zone. */
export interface Range {
  from: string;
  to: string;
  zone: string;
}

/** What was known at the end of a day, as an imported history states it. */
export const cutOf = (bind: Bind, day: string, zone: string): Cut =>
  new Cut(bind, { asOf: day, known: 'stated', knownAt: new Date(endOfDay(day, zone).getTime() - 1) });

/** Invoices `i` of which something was open in the range, or may have been. */
const inRange = (bind: Bind, { from, to }: Range): string => `
  coalesce(i.opening_on, i.issued_on) <= ${bind.add(to)}::date and (i.open <> 0 or exists (
    select from live.ledger_lines l where l.${LATER} and l.invoice_id = i.id
    and (l.effective_on >= ${bind.add(from)}::date or l.stated_at >= ${bind.add(from)}::date - interval '2 days')))`;

/** How many there are, and whose are the most: `invoices, largest, of_largest`. */
export const invoicesInRange = (bind: Bind, range: Range): string => `
  with theirs as (select i.customer_id as id, count(*)::int as n from live.invoices i where ${inRange(bind, range)} group by 1)
  select coalesce(sum(n), 0)::int as invoices, coalesce(max(n), 0)::int as of_largest,
         (select t.id from theirs t order by t.n desc, t.id limit 1) as largest
  from theirs`;

/** Customers with such invoices, after an id, and how many these are: `customer_id, invoices`. */
export const customersInRange = (bind: Bind, range: Range, after: string, limit: number): string => `
  select i.customer_id, count(*)::int as invoices from live.invoices i
  where i.customer_id > ${bind.add(after)} and ${inRange(bind, range)}
  group by 1 order by 1 limit ${bind.add(limit)}`;

/** Their invoices, after an id: `id`. */
export const invoicesOfCustomer = (
  bind: Bind,
  range: Range,
  { customerId, after, limit }: { customerId: string; after: string; limit: number },
): string => `
  select i.id from live.invoices i
  where i.customer_id = ${bind.add(customerId)} and i.id > ${bind.add(after)}::uuid and ${inRange(bind, range)}
  order by i.id limit ${bind.add(limit)}`;

/** Who was ever merged with them, whoever into whom: `id`. */
export const everMergedWith = (customer: string): string => `
  with recursive one (id) as (
    select ${customer}::text
    union
    select case when m.customer_id = one.id then m.into_id else m.customer_id end
    from live.merges m join one on one.id in (m.customer_id, m.into_id)
  )
  select id from one`;

/** What came to be held for customers, and went, by the day from which it counts and is known: `party, currency, account, counted_on, amount`. */
export function heldDays(bind: Bind, parties: readonly string[], zone: string): string {
  const countedOn = `greatest(l.effective_on, ${localDate(bind, zone)('l.stated_at')})`;
  return `
  select l.party, l.currency, l.account, ${countedOn} as counted_on, (-sum(l.amount))::text as amount
  from live.ledger_lines l where l.${HELD} and l.party = any (${bind.add(parties)}::text[])
  group by 1, 2, 3, ${countedOn} having sum(l.amount) <> 0 order by ${countedOn}`;
}

/** Open parts of all that customers owe in a currency on a day, the first due first: `id, due_on, open`. */
export function openParts(
  bind: Bind,
  cut: Cut,
  { customers, currency }: { customers: readonly string[]; currency: string },
): string {
  const theirs = `select i.id, i.due_on, i.total, ${openAt(cut, 'i.id')} as open from live.invoices i
    where i.customer_id = any (${bind.add(customers)}::text[]) and i.currency = ${bind.add(currency)}`;
  const rows = `select w.* from (${theirs}) w where w.open > 0`;
  const among = (column: string): string => `${column} in (select id from (${rows}) a)`;
  return `
  select p.invoice_id as id, p.agreed_due_on as due_on, p.open::text from (${partsSql(cut, { rows, among })}) p
  where p.number > 0 and p.open > 0 order by p.agreed_due_on, p.invoice_id`;
}

/**
 * What was open of invoices on the days on which somebody was reminded, added up by other statements than the chase has: `nth`,
 * `known` by what was known then, `meant` by the business dates of all that is known today.
 */
export function openThen(
  bind: Bind,
  asked: readonly { invoiceId: string; on: string }[],
  zone: string,
): string {
  const day = localDate(bind, zone);
  const sums = (rows: string): string => `
    select coalesce(sum(l.amount) filter (where l.effective_on <= d.day and ${day('l.stated_at')} <= d.day), 0) as known,
           coalesce(sum(l.amount) filter (where l.effective_on <= d.day), 0) as meant
    from ${rows}`;
  return `
  select d.nth, m.known + c.known > 0 as known, m.meant + c.meant > 0 as meant
  from unnest(${bind.add(asked.map(({ invoiceId }) => invoiceId))}::uuid[], ${bind.add(asked.map(({ on }) => on))}::date[])
    with ordinality d (id, day, nth)
  cross join lateral (${sums(`live.invoices v join live.ledger_lines l on l.position = v.issued_at and l.due_on is not null where v.id = d.id`)}) m
  cross join lateral (${sums(`live.ledger_lines l where ${LATER} and l.invoice_id = d.id`)}) c
  order by d.nth`;
}
