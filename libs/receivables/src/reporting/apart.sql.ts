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
  `not exists (select from live.invoices a where a.aged_apart and a.id = ${column})`;

interface Split {
  basis: Basis;
  ends: BucketEnds;
  by?: 'customer' | 'owner';
  /** What stands now is right but for the invoices in `touched`. */
  recent?: boolean;
  /** A condition on invoices `v`. */
  only: string;
}

/**
 * Invoices whose parts must be worked out: they are uneven, or what settles them is more, or less, than there is. What is open of the
 * parts of any other follows from what stands on each instalment.
 */
const ODD = '(w.uneven or w.open < 0 or w.open > w.total)';

/** `split`: invoices in parts at the cut on which something is open; `odd`: those of them that are. */
export function splitPart(cut: Cut, { by, recent, only }: Split): string {
  const touched = 'select invoice_id from touched';
  const standing = `
  select v.id, v.customer_id, v.owner_id, v.currency, v.issued_on, v.due_on, v.uneven, v.total, v.open
  from live.invoices v where v.aged_apart and v.open <> 0 and v.id not in (${touched}) ${only}`;
  const lines = linesOf(cut, by === 'owner', only);
  const rows = recent ? `${lines} and v.id in (${touched}) union all ${standing}` : lines;
  return `split as materialized (
  select w.*, case when w.open <> w.total then w.total - w.open end as settled, ${ODD} as odd
  from (${rows}) w where w.open <> 0
),
odd as materialized (select * from split where odd)`;
}

/** The line that made an invoice says no more than its row does, but for who owned it at first: only by owner it is looked up. */
function linesOf(cut: Cut, owned: boolean, only: string): string {
  const row = (owner: string, from: string): string => `
  select v.id, v.customer_id, ${owner} as owner_id, v.currency, v.issued_on, v.due_on, v.uneven, v.total,
         v.total + coalesce(s.amount, 0) as open
  from live.invoices v ${from} left join settled s on s.invoice_id = v.id`;
  const made = `${cut.known('v', 'issued')} and ${cut.counts('coalesce(v.opening_on, v.issued_on)')}`;
  if (!owned) return `${row('v.owner_id', '')} where v.aged_apart and ${made} ${only}`;
  const first = `join live.ledger_lines i on i.position = v.issued_at and i.${MAKING}`;
  return `${row('coalesce(o.owner_id, i.owner_id)', first)} left join owned o on o.invoice_id = v.id
  where v.aged_apart and ${made} ${only}`;
}

/** Their open parts in the columns of `bucketed`. An invoice is counted once a bucket. */
export const splitItems = (cut: Cut, split: Split): string =>
  [evenItems(cut, split), oddItems(cut, split)].join('\n  union all\n  ');

const keyOf = (by: Split['by']): string => (by ? `w.${by}_id` : 'null::text');

/**
 * What settles fills them one after the other, so each is filled by what is left after those before it. It is the first in its
 * bucket that is open, when nothing is open of the one before it, or that one is in another bucket. In all, they are added up
 * by their days before that: there are few.
 */
function evenItems(cut: Cut, { basis, ends, by }: Split): string {
  const bucket = (due: string): string =>
    bucketOf(`${cut.day} - ${basis === 'issued' ? 'p.issued_on' : due}`, ends, basis);
  const issued = basis === 'issued' ? 'w.issued_on' : 'null::date';
  const part = `${keyOf(by)} as key, w.currency, ${issued} as issued_on, coalesce(l.due_on, w.due_on) as due_on, l.previous_due_on,
           (l.previous_due_on is null or w.settled >= l.before) as first`;
  // Of most nothing is settled, and no amount is compared or taken from another.
  const open = `case when l.amount is null then w.open when w.settled is null or w.settled <= l.before then l.amount
                else l.before + l.amount - w.settled end`;
  const from = `from split w left join live.instalment_lines l on l.invoice_id = w.id
    where not w.odd and (l.amount is null or w.settled is null or w.settled < l.before + l.amount)`;
  const rows = by
    ? `select ${part}, 1 as n, ${open} as open ${from}`
    : `select ${part}, count(*) as n, sum(${open}) as open ${from} group by 1, 2, 3, 4, 5, 6`;
  return `
  select p.key, p.currency, ${bucket('p.due_on')}, ${cut.day} > p.due_on, false,
         sum(case when p.first or ${bucket('p.due_on')} <> ${bucket('p.previous_due_on')} then p.n else 0 end), sum(p.open)
  from (${rows}) p group by 1, 2, 3, 4, 5`;
}

function oddItems(cut: Cut, { basis, ends, by }: Split): string {
  const parts = (basis === 'contractual' ? partsSql : agreedPartsSql)(cut, {
    rows: 'select id, due_on, total, open from odd',
    among: (column) => `${column} in (select id from odd)`,
  });
  const due = basis === 'contractual' ? 'p.due_on' : 'p.agreed_due_on';
  const bucket = bucketOf(`${cut.day} - ${basis === 'issued' ? 'w.issued_on' : due}`, ends, basis);
  return `
  select key, currency, bucket, overdue, extended, sum((nth = 1)::int), sum(open)
  from (
    select e.*, row_number() over (partition by e.id, e.bucket) as nth
    from (
      select w.id, ${keyOf(by)} as key, w.currency, ${bucket} as bucket, ${cut.day} > ${due} as overdue,
             p.agreed_due_on is distinct from p.due_on as extended, p.open
      from (${parts}) p join odd w on w.id = p.invoice_id where p.open <> 0
    ) e
  ) e group by 1, 2, 3, 4, 5`;
}
