import { Bind, Cut } from '@quittance/reading';
import { partsSql } from '../invoice/instalment/parts.cut.js';
import { settledSql } from '../ledger/settled.sql.js';
import { oneWith } from '../reporting/merged.sql.js';

/** Open invoices of customers who are one that are looked at, the oldest due first. */
export const MOST_OPEN = 200;
/** Invoices with exactly the amount. */
const MOST_EXACT = 5;
/** Invoices that a reference names. */
const MOST_NAMED = 50;
/** Earlier payments of an account number, the last received first, and customers whom they were applied for. */
const MOST_BEFORE = 100;
const MOST_CUSTOMERS = 3;

/** All who are one with a customer by the merges that stand, as an array; empty: nobody known. */
const onesOf = (customer: string): string =>
  `array(with recursive ${oneWith(customer)} select id from one where id is not null order by 1)`;

export interface PaidRow {
  currency: string;
  reference: string | null;
  payer_account: string | null;
  /** Whose it is where nothing else is said. */
  customer_id: string | null;
  /** What is free, by customer: of those who are known with all who are one with them. */
  parts: { customer_id: string | null; free: string; ones: string[] }[] | null;
  /** Whom money of its account number was applied for, the most often first; `of` so many payments. */
  before: { customer_id: string; times: number; of: number; ones: string[] }[] | null;
}

/** A payment with what is free of it, and what its account number meant before: `$1` its id. */
export const PAID = `
  with parts as (
    select l.party as customer_id, -sum(l.amount) as free from live.ledger_lines l
    where l.document_id = $1 and l.account = 'unapplied' group by 1 having sum(l.amount) < 0
  ), earlier as (
    select p.id from live.payments p join live.payments this on this.payer_account = p.payer_account
    where this.id = $1 and p.id <> this.id order by p.received_on desc, p.id limit ${MOST_BEFORE}
  ), meant as (
    select e.id, a.customer_id from earlier e
    cross join lateral (
      select a.* from live.payment_allocations a where a.payment_id = e.id and a.status = 'applied' limit ${MOST_BEFORE}
    ) a
    where ${settledSql('a', 'cash')} > 0
  ), customers as (
    select m.customer_id, count(distinct m.id)::int as times from meant m group by 1
    order by 2 desc, 1 limit ${MOST_CUSTOMERS}
  )
  select v.currency, v.reference, v.payer_account, v.customer_id,
    (select jsonb_agg(jsonb_build_object('customer_id', p.customer_id, 'free', p.free::text,
              'ones', ${onesOf('p.customer_id')})
            order by p.customer_id) from parts p) as parts,
    (select jsonb_agg(jsonb_build_object('customer_id', c.customer_id, 'times', c.times,
              'of', (select count(distinct m.id) from meant m),
              'ones', ${onesOf('c.customer_id')})
            order by c.times desc, c.customer_id) from customers c) as before
  from live.payments v where v.id = $1`;

/** A candidate, and why it was found. */
export interface CandidateRow {
  /** Place of the customers; null: named in the reference. */
  nth: number | null;
  exact: boolean;
  id: string;
  number: string;
  customer_id: string;
  open: string;
  instalment: string | null;
  due_on: string;
}

/** Whose invoices are looked at, for how much. */
export interface Scope {
  customers: readonly string[];
  amount: string;
}

/**
 * Open invoices in the currency: of each scope the oldest due and those with exactly the amount; and what has one of the numbers.
 * However many there are, no more than these are read.
 */
export function candidates(currency: string, scopes: readonly Scope[], numbers: readonly string[]) {
  const bind = new Bind();
  const open = `v.open > 0 and v.currency = ${bind.add(currency)}`;
  const of = (nth: string, exact: boolean, rows: string): string =>
    `select ${nth}::int as nth, ${exact} as exact, o.* from (select v.* from live.invoices v where ${open} and ${rows}) o`;
  const oldest = `order by v.agreed_due_on, v.number collate "C"`;
  const each = scopes.flatMap(({ customers, amount }, nth) => {
    const theirs = `v.customer_id = any(${bind.add(customers)}::text[])`;
    return [
      of(String(nth), false, `${theirs} ${oldest} limit ${MOST_OPEN + 1}`),
      of(
        String(nth),
        true,
        `${theirs} and v.open = ${bind.add(amount)}::numeric ${oldest} limit ${MOST_EXACT}`,
      ),
    ];
  });
  const named = `lower(v.number) collate "C" = any(${bind.add(numbers)}::text[])`;
  each.push(of('null', false, `${named} ${oldest} limit ${MOST_NAMED}`));
  // By the contractual dates of instalments, whatever the day: what settles an invoice fills them so.
  const cut = new Cut(bind, { asOf: '' }, true);
  const rows = 'select c.id, c.due_on, c.total, c.open';
  const parts = partsSql(cut, { rows, among: (column) => `${column} = c.id` });
  return {
    select: `
      select c.nth, c.exact, c.id, c.number, c.customer_id, c.open::text, c.agreed_due_on::text as due_on,
        case when c.aged_apart then
          (select p.open::text from (${parts}) p where p.number > 0 and p.open > 0 order by p.due_on, p.number limit 1)
        end as instalment
      from (${each.map((one) => `(${one})`).join(' union all ')}) c`,
    values: bind.values,
  };
}
