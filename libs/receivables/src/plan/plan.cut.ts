import type { Cut } from '@quittance/reading';
import { LATER } from '../ledger/ledger.tables.js';
import { openAt } from '../ledger/sums.js';
import { why } from '../reporting/why.sql.js';

/** Whether its revocation is known and counts by the cut. */
const revoked = (cut: Cut): string =>
  `coalesce(${cut.known('p', 'ended')} and ${cut.counts('p.revoked_on')}, false)`;

/** Whether a line counts for a plan `p`: from its day on, but for what was recorded on that day before. */
const FILLS = '(l.effective_on > p.agreed_on or (l.effective_on = p.agreed_on and l.position > p.issued_at))';

const settled = (cut: Cut, which = 'true'): string => `
  (select coalesce(-sum(l.amount), 0) from live.ledger_lines l
   where ${LATER} and l.invoice_id = p.invoice_id and ${cut.line('l')} and ${which})`;

/**
 * From when it is broken: the day after the first on which less had been settled than was due by it, while something was open.
 * What fills it changes only on days of its parts and of lines.
 */
const brokenOn = (cut: Cut): string => `
  (select min(t.on_day) + 1 from (
     select e.on_day, sum(sum(e.due)) over days as due, sum(sum(e.settled)) over days as settled
     from (
       select (part ->> 'dueOn')::date as on_day, (part ->> 'amount')::numeric as due, 0 as settled
       from jsonb_array_elements(p.instalments) part
       union all
       select l.effective_on, 0, -l.amount from live.ledger_lines l
       where ${LATER} and l.invoice_id = p.invoice_id and ${cut.line('l')} and ${FILLS}
     ) e group by e.on_day window days as (order by e.on_day)
   ) t where t.on_day < ${cut.day} and t.settled < t.due and p.total - p.before > t.settled)`;

/** Plans agreed by the cut, each with what became of it there: revoked; broken; done, when nothing of it is left; else it holds. */
export const plansAt = (cut: Cut, which = 'true'): string => `
  select q.*, case when q.revoked_on is not null and (q.broken is null or q.revoked_on < q.broken) then 'revoked'
                   when q.broken is not null then 'broken'
                   when q.settled >= q.amount or q.total - q.before <= q.settled then 'done'
                   else 'holds' end as state,
         case when q.revoked_on < q.broken then null else q.broken end as broken_on
  from (
    select p.*, ${brokenOn(cut)} as broken
    from (
      select p.id, p.invoice_id, p.number, p.customer_id, p.currency, p.amount, p.instalments, p.agreed_on, p.reason, p.issued_at,
             case when ${revoked(cut)} then p.revoked_on end as revoked_on,
             case when ${revoked(cut)} then p.revocation end as revocation,
             ${settled(cut, FILLS)} as settled, i.total, ${settled(cut, `not ${FILLS}`)} as before
      from live.plans p join live.invoices i on i.id = p.invoice_id
      where ${cut.known('p', 'issued')} and ${cut.counts('p.agreed_on')} and ${which}) p) q`;

/** What holds an invoice up: all that is open of it is paid by a plan. */
export const planHolds = (cut: Cut): string => `
  select h.invoice_id, h.id, h.agreed_on as since, (h.instalments -> -1 ->> 'dueOn')::date as until, null::numeric as amount
  from (${plansAt(cut)}) h where h.state = 'holds'`;

/** Each plan, and what became of it by the day. */
export const planExceptions = (cut: Cut): string => `
  select e.id, e.invoice_id, e.customer_id, e.agreed_on as since,
         coalesce(e.revoked_on, e.broken_on, (e.instalments -> -1 ->> 'dueOn')::date) as until, e.amount, e.state
  from (${plansAt(cut)}) e`;

/** The plan of each invoice by which its parts are agreed at the cut, if there is one. @param which of plans `p` */
export const plansInForce = (cut: Cut, which: string): string => `
  select distinct on (f.invoice_id) f.* from (${plansAt(cut, which)}) f where f.state in ('holds', 'done')
  order by f.invoice_id, f.agreed_on desc, f.issued_at desc`;

/** The last plan of each invoice, where it is broken and something is open. */
export const brokenPlans = (cut: Cut): string => `
  select b.id as source, b.invoice_id, b.customer_id, null as owner_id, b.broken_on as since, ${openAt(cut, 'b.invoice_id')} as amount,
         b.currency, ${why('plan of {agreedOn} broken on {brokenOn}', { agreedOn: 'b.agreed_on', brokenOn: 'b.broken_on' })}
  from (select distinct on (t.invoice_id) t.* from (${plansAt(cut)}) t order by t.invoice_id, t.issued_at desc) b
  where b.state = 'broken' and ${openAt(cut, 'b.invoice_id')} > 0`;
