import type { Bind, Cut } from '@quittance/reading';
import { agreedPartsSql, partsSql } from '../invoice/instalment/parts.cut.js';
import { LATER, MAKING } from '../ledger/ledger.tables.js';
import { SUMS, summedSql } from '../ledger/sums.js';
import { agreedLine, counted } from '../reporting/agreed.sql.js';
import { type Basis, type BucketEnds, bucketOf } from '../reporting/buckets.js';
import { defaultOwners } from '../reporting/default-owner.sql.js';
import { mergedPart } from '../reporting/merged.sql.js';

// What a cell of the aging is made of, worked out from the lines of each document and not from the sums of the report: that
// both come to the same is what an explanation shows.

/** A cell: whose row, in which currency; all rows where `by` is left out. `key` null: of nobody known. */
export interface Cell {
  by?: 'customer' | 'owner';
  key: string | null;
  currency: string;
  basis: Basis;
  ends: BucketEnds;
}

/** Columns whose lines are invoices, beside the buckets. */
export const OF_INVOICES = ['open', 'overdue', 'extended', 'disputed'] as const;
/** Columns whose lines are payments and credit notes. */
export const OF_HELD = ['unapplied', 'pending', 'credits'] as const;

const rowOf = (cell: Cell, bind: Bind, customer: string, owner: string): string => {
  if (!cell.by) return 'true';
  const whose =
    cell.by === 'customer'
      ? `coalesce((select root from merged where customer_id = ${customer}), ${customer})`
      : owner;
  return cell.key === null ? `${whose} is null` : `${whose} = ${bind.add(cell.key)}`;
};

/** `kind, id, number, customer_id, instalment, due_on, days, bucket, extended, amount`: what is open, part by part, of the row's invoices. */
export function openLines(cut: Cut, bind: Bind, cell: Cell): string {
  const { basis, ends, currency } = cell;
  const contractual = basis === 'contractual';
  const rows = 'select id, due_on, total, open from invoice where aged_apart';
  const among = (column: string): string => `${column} in (select id from invoice where aged_apart)`;
  const parts = contractual ? partsSql(cut, { rows, among }) : agreedPartsSql(cut, { rows, among });
  const since = basis === 'issued' ? 'l.issued_on' : 'l.due_on';
  return `
  with ${mergedPart(cut)}, invoice as materialized (
    select v.id, v.number, v.customer_id, v.issued_on, v.due_on, v.aged_apart, i.amount as total,
           i.amount + coalesce(s.amount, 0) as open, coalesce(d.due_on, i.due_on) as agreed_due_on
    from live.invoices v join live.ledger_lines i on i.position = v.issued_at and i.${MAKING} and ${cut.line('i')}
    left join lateral (select sum(s.amount) as amount from live.ledger_lines s
      where ${LATER} and s.invoice_id = v.id and ${cut.line('s')}) s on true
    left join lateral (select l.due_on from ${counted('due_date_lines', 'l', `l.invoice_id = v.id and ${agreedLine(cut, 'l')}`)}
      order by l.effective_on desc, l.position desc limit 1) d on true
    left join lateral (select l.owner_id from live.owner_lines l where l.invoice_id = v.id and ${cut.line('l')}
      order by l.effective_on desc, l.position desc limit 1) o on true
    where v.currency = ${bind.add(currency)} and ${rowOf(cell, bind, 'v.customer_id', 'coalesce(o.owner_id, i.owner_id)')}
  ), line as (
    select i.id, null::int as instalment, ${contractual ? 'i.due_on' : 'i.agreed_due_on'} as due_on,
           i.agreed_due_on <> i.due_on as extended, i.open as amount
    from invoice i where not i.aged_apart and i.open <> 0
    union all
    select p.invoice_id, p.number, ${contractual ? 'p.due_on' : 'p.agreed_due_on'}, p.agreed_due_on is distinct from p.due_on, p.open
    from (${parts}) p where p.open <> 0
  )
  select 'invoice' as kind, l.id, l.number, l.customer_id, l.instalment, l.due_on, ${cut.day} - l.due_on as days,
         ${bucketOf(`${cut.day} - ${since}`, ends, basis)} as bucket, l.extended, l.amount
  from (select l.*, i.number, i.customer_id, i.issued_on from line l join invoice i on i.id = l.id) l`;
}

/** What is disputed of the row's invoices, at most what is open of each. @param disputed selects of `invoice_id, amount` */
export const disputedLines = (cut: Cut, bind: Bind, cell: Cell, disputed: readonly string[]): string => `
  select o.kind, o.id, o.number, o.customer_id, null::int as instalment, min(o.due_on) as due_on, max(o.days) as days,
         0 as bucket, bool_or(o.extended) as extended,
         least(sum(o.amount), (select sum(h.amount) from (${disputed.join(' union all ')}) h where h.invoice_id = o.id)) as amount
  from (${openLines(cut, bind, cell)}) o
  where o.id in (select h.invoice_id from (${disputed.join(' union all ')}) h)
  group by o.kind, o.id, o.number, o.customer_id having sum(o.amount) > 0`;

/** What is held for the row's customers, by the payment or credit note that it is of. */
export function heldLines(cut: Cut, bind: Bind, cell: Cell, column: (typeof OF_HELD)[number]): string {
  const amount = summedSql(SUMS[column], 'c');
  return `
  with ${mergedPart(cut)}, ${defaultOwners(cut, true)}
  select case when n.id is null then 'payment' else 'credit-note' end as kind, h.id, n.number, h.party as customer_id,
         null::int as instalment, null::date as due_on, null::int as days, 0 as bucket, false as extended, h.amount
  from (
    select c.document_id as id, c.party, ${amount} as amount from live.ledger_lines c
    left join default_owner w on w.customer_id = c.party
    where c.account = '${SUMS[column].account}' and c.currency = ${bind.add(cell.currency)} and ${cut.line('c')}
      and ${rowOf(cell, bind, 'c.party', 'w.owner_id')}
    group by c.document_id, c.party having ${amount} <> 0
  ) h left join live.credit_notes n on n.id = h.id`;
}
