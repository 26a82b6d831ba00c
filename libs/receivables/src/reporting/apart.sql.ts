import type { Cut } from '@quittance/reading';
import type { Sql } from '@quittance/process';
import { agreedPartsSql, partsSql } from '../invoice/instalment/parts.cut.js';
import { MAKING } from '../ledger/ledger.tables.js';
import { type Basis, type BucketEnds, bucketOf } from './buckets.js';

// Invoices in parts are aged part by part. They are few: the others never come here, and cost what they cost without them.

/** Whether there is an invoice in parts at all. */
export const anyApart = async (sql: Sql): Promise<boolean> =>
  (await sql.query<{ some: boolean }>(`select exists (select from live.invoices where aged_apart) as some`))
    .rows[0]!.some;

/** Lines of invoices that are due in one. */
export const notApart = (column: string): string =>
  `${column} not in (select v.id from live.invoices v where v.aged_apart)`;

interface Split {
  basis: Basis;
  ends: BucketEnds;
  by?: 'customer' | 'owner';
  /** What stands now is right but for the invoices in `touched`. */
  recent?: boolean;
  /** A condition on invoices `v`. */
  only: string;
}

/** `split`: invoices in parts at the cut on which something is open. */
export function splitPart(cut: Cut, { by, recent, only }: Split): string {
  const owned = by === 'owner';
  const lines = `
  select v.id, v.customer_id, ${owned ? 'coalesce(o.owner_id, i.owner_id)' : 'i.owner_id'} as owner_id, v.currency,
         v.issued_on, v.due_on, i.amount as total, i.amount + coalesce(s.amount, 0) as open
  from live.invoices v join live.ledger_lines i on i.position = v.issued_at and i.${MAKING} and ${cut.line('i')}
  left join settled s on s.invoice_id = v.id
  ${owned ? 'left join owned o on o.invoice_id = v.id' : ''}
  where v.aged_apart ${only}`;
  const touched = 'select invoice_id from touched';
  const standing = `
  select v.id, v.customer_id, v.owner_id, v.currency, v.issued_on, v.due_on, v.total, v.open
  from live.invoices v where v.aged_apart and v.open <> 0 and v.id not in (${touched}) ${only}`;
  const rows = recent ? `${lines} and v.id in (${touched}) union all ${standing}` : lines;
  return `split as materialized (select * from (${rows}) w where w.open <> 0)`;
}

/** Their open parts in the columns of `bucketed`. An invoice is counted once a bucket. */
export function splitItems(cut: Cut, { basis, ends, by }: Split): string {
  const parts = (basis === 'contractual' ? partsSql : agreedPartsSql)(cut, {
    rows: 'select id, due_on, total, open from split',
    among: (column) => `${column} in (select id from split)`,
  });
  const due = basis === 'contractual' ? 'p.due_on' : 'p.agreed_due_on';
  const bucket = bucketOf(`${cut.day} - ${basis === 'issued' ? 'w.issued_on' : due}`, ends, basis);
  return `select key, currency, bucket, overdue, extended, (nth = 1)::int, open
  from (
    select e.*, row_number() over (partition by e.id, e.bucket) as nth
    from (
      select w.id, ${by ? `w.${by}_id` : 'null::text'} as key, w.currency, ${bucket} as bucket, ${cut.day} > ${due} as overdue,
             p.agreed_due_on is distinct from p.due_on as extended, p.open
      from (${parts}) p join split w on w.id = p.invoice_id where p.open <> 0
    ) e
  ) item`;
}
