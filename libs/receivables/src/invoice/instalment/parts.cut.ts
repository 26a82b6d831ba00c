import type { Cut } from '@quittance/reading';
import type { Basis } from '../../reporting/buckets.js';
import { agreedLine, counted } from '../../reporting/agreed.sql.js';
import { LATER, NAMED } from '../../ledger/ledger.tables.js';
import { plansInForce } from '../../plan/plan.cut.js';

/** Which invoices: a select of `id, due_on, total, open` at the cut, and the condition that a column holds one of their ids. */
export interface InParts {
  rows: string;
  among: (column: string) => string;
}

/**
 * Instalments of invoices at a cut, one of an invoice that is due in one: `invoice_id, number, due_on, agreed_due_on, amount,
 * open`. What settles an invoice fills the instalment that it names, up to its amount; the rest fills them by contractual due date, then number. What exceeds the schedule
 * is a row of its own, number 0, at the contractual date of the first.
 */
export const partsSql = (cut: Cut, { rows, among }: InParts): string => `
  select f.invoice_id, f.number, f.due_on, f.agreed_due_on, f.amount,
         f.free - greatest(least(f.free, f.pool - f.before), 0) as open
  from (
    select s.*, s.total - s.open - sum(s.amount - s.free) over (partition by s.invoice_id) as pool,
           sum(s.free) over (partition by s.invoice_id order by s.due_on, s.number) - s.free as before
    from (
      select o.*, greatest(o.due_on, agreed.due_on) as agreed_due_on,
             o.amount - least(o.amount, coalesce(named.amount, 0)) as free
      from (
        select o.id as invoice_id, o.total, o.open, coalesce(l.number, 1) as number, coalesce(l.due_on, o.due_on) as due_on,
               coalesce(l.amount, o.total) as amount
        from (${rows}) o left join live.instalment_lines l on l.invoice_id = o.id
      ) o
      left join (
        select n.invoice_id, n.instalment, -sum(n.amount) as amount from live.ledger_lines n
        where ${NAMED} and ${cut.line('n')} and ${among('n.invoice_id')} group by 1, 2
      ) named on named.invoice_id = o.invoice_id and named.instalment = o.number
      left join (${agreedSql(cut, among)}) agreed on agreed.invoice_id = o.invoice_id and agreed.number = o.number
    ) s
  ) f
  union all
  select o.id, 0, o.due_on, o.due_on, 0, o.open - greatest(least(o.open, o.total), 0)
  from (${rows}) o where o.open < 0 or o.open > o.total`;

/**
 * The same by what is agreed: while a plan holds, its parts take the place of instalments, and have no contractual date. They are
 * filled only by what counts from the plan's day on; what exceeds them is row 0 again.
 */
export const agreedPartsSql = (cut: Cut, { rows, among }: InParts): string => `
  with plan as materialized (${plansInForce(cut, among('p.invoice_id'))})
  ${partsSql(cut, { rows: `select u.* from (${rows}) u where u.id not in (select invoice_id from plan)`, among })}
  union all
  select o.id, q.number, q.due_on, q.agreed_due_on, q.amount, q.open
  from (${rows}) o join plan on plan.invoice_id = o.id
  cross join lateral (
    select k.number, null::date, k.due_on, k.amount,
           k.amount - greatest(least(k.amount, greatest(plan.settled, plan.amount - o.open) - k.before), 0)
    from (
      select x.nth::int as number, (x.part ->> 'dueOn')::date as due_on, (x.part ->> 'amount')::numeric as amount,
             sum((x.part ->> 'amount')::numeric) over (order by x.nth) - (x.part ->> 'amount')::numeric as before
      from jsonb_array_elements(plan.instalments) with ordinality x (part, nth)
    ) k
    union all
    select 0, o.due_on, o.due_on, 0,
           greatest(o.open - (plan.amount - least(greatest(plan.settled, 0), plan.amount)), 0)
  ) q (number, due_on, agreed_due_on, amount, open)
  where q.number > 0 or q.open <> 0`;

/** Parts of the one invoice `r`, as its aging on that basis has them. */
export const agedApartSql = (cut: Cut, basis: Basis): string =>
  (basis === 'contractual' ? partsSql : agreedPartsSql)(cut, {
    rows: 'select r.id, r.due_on, r.total, r.open',
    among: (column) => `${column} = r.id`,
  });

/** Of parts `p` of an invoice: when the earliest that is open is due (the last, where none is), and what is past its date. */
const nextOf = (cut: Cut): string => `
         coalesce(min(p.agreed_due_on) filter (where p.open > 0), max(p.agreed_due_on)) as due_on,
         sum(p.open) filter (where p.open > 0 and p.agreed_due_on < ${cut.day}) as late`;

/**
 * By one row, of an invoice in parts: the agreed due date of the earliest on which something is open (of the last, where nothing
 * is), and how much of it is past its date. Nulls for any other. @param alias of a row with `id, due_on, total, aged_apart`
 */
export function nextDueSql(cut: Cut, alias: string, open: string): string {
  const rows = `select ${alias}.id, ${alias}.due_on, ${alias}.total, ${open} as open`;
  const parts = agreedPartsSql(cut, { rows, among: (column) => `${column} = ${alias}.id` });
  return `select ${nextOf(cut)} from (${parts}) p where ${alias}.aged_apart `;
}

/**
 * The same of many at once, by `invoice_id`, which costs a tenth of a look at each; with `dues`, the dates of parts that are open.
 * @param apart invoices in parts at the cut: a select of `id, due_on, total, open`
 */
export const allNextDueSql = (cut: Cut, apart: string): string => `
  with apart as materialized (${apart})
  select p.invoice_id, ${nextOf(cut)}, array_agg(p.agreed_due_on) filter (where p.open <> 0) as dues
  from (${agreedPartsSql(cut, {
    rows: 'select * from apart',
    among: (column) => `${column} in (select id from apart)`,
  })}) p group by 1`;

/** Invoices of which something counts only after the cut's day: parts of all others are then as they stand. A select of ids. */
export const countingLaterSql = (cut: Cut): string => `
  select l.invoice_id from live.ledger_lines l where l.${LATER} and not (${cut.counts('l.effective_on')})
  union all select d.invoice_id from live.due_date_lines d where not (${cut.counts('d.effective_on')})
  union all select d.invoice_id from live.revocation_lines x join live.due_date_lines d on d.extension_id = x.extension_id
    where not (${cut.counts('x.effective_on')})
  union all select p.invoice_id from live.plans p where not (${cut.counts('p.agreed_on')} and ${cut.counts('coalesce(p.revoked_on, p.agreed_on)')})`;

/**
 * The last due date agreed of each instalment: that of the last extension that names it, moved by each later one that names none
 * and ends later. An invoice due in one has that of its last extension.
 */
const agreedSql = (cut: Cut, among: InParts['among']): string => `
  select x.invoice_id, x.number, max(x.due_on) as due_on
  from (
    select e.invoice_id, coalesce(l.number, 1) as number, e.due_on, e.nth,
           max(e.nth) filter (where e.instalment is not null or l.number is null)
             over (partition by e.invoice_id, l.number) as named
    from (
      select d.invoice_id, d.instalment, d.due_on,
             row_number() over (partition by d.invoice_id order by d.effective_on, d.position) as nth
      from ${counted('due_date_lines', 'd', `${agreedLine(cut, 'd')} and ${among('d.invoice_id')}`)}
    ) e
    left join live.instalment_lines l
      on l.invoice_id = e.invoice_id and (e.instalment is null or e.instalment = l.number)
  ) x
  where x.nth >= coalesce(x.named, 0) group by 1, 2`;
