import type { Cut } from '@quittance/reading';
import { LATER } from '../ledger/ledger.tables.js';
import { openAt } from '../ledger/sums.js';
import { why } from '../reporting/why.sql.js';

/** Whether its withdrawal is known and counts by the cut. */
const withdrawn = (cut: Cut): string =>
  `coalesce(${cut.known('p', 'ended')} and ${cut.counts('p.withdrawn_on')}, false)`;

/** What settled the invoice and was given back, as known and counting by the cut: found by the invoice. */
const settled = (cut: Cut, which: string): string => `
  (select coalesce(-sum(l.amount), 0) from live.ledger_lines l
   where ${LATER} and l.invoice_id = p.invoice_id and ${cut.line('l')} and ${which})`;

/**
 * What payments received from madeOn to promisedOn settled, whenever they were recorded or applied (rule 17), less what was given back
 * or returned since.
 */
const paid = (cut: Cut): string =>
  settled(cut, `l.kind = 'cash' and ${cashWhere('a.received_on between p.made_on and p.promised_on')}`);

/** What settled it before its day; money that went back since did not. */
const before = (cut: Cut): string =>
  settled(
    cut,
    `(l.kind <> 'cash' and l.effective_on < p.promised_on or l.kind = 'cash' and ${cashWhere('a.applied_on < p.promised_on')})`,
  );

/** Whether the allocation that a line of cash is of is such; what is given back is of the same. */
const cashWhere = (which: string): string =>
  `exists (select from live.payment_allocations a where a.id = l.settlement_line_id and ${which})`;

/**
 * Promises that count by the cut, each with what became of it there: withdrawn; kept when payments reach it; moot when other means
 * left nothing open before its day; broken from the day after on; else open.
 */
export const promisesAt = (cut: Cut): string => `
  select q.*, case when q.withdrawn_on is not null then 'withdrawn'
                   when q.paid >= q.amount then 'kept'
                   when q.open_before <= 0 then 'moot'
                   when ${cut.day} > q.promised_on then 'broken'
                   else 'open' end as state
  from (
    select p.id, p.invoice_id, p.number, p.customer_id, p.currency, p.amount, p.promised_on, p.made_on, p.made_by, p.reason,
           case when ${withdrawn(cut)} then p.withdrawn_on end as withdrawn_on,
           case when ${withdrawn(cut)} then p.withdrawal end as withdrawal,
           ${paid(cut)} as paid, i.total - ${before(cut)} as open_before
    from live.promises p left join live.invoices i on i.id = p.invoice_id
    where ${cut.known('p', 'issued')} and ${cut.counts('p.made_on')}) q`;

/** What is promised on the day and was not paid by then: a hold each. */
export const promiseHolds = (cut: Cut): string => `
  select h.invoice_id, h.id, h.made_on as since, h.promised_on as until, h.amount - h.paid as amount
  from (select p.id, p.invoice_id, p.made_on, p.promised_on, p.amount, ${paid(cut)} as paid
        from live.promises p
        where ${cut.known('p', 'issued')} and ${cut.counts('p.made_on')} and ${cut.day} <= p.promised_on
          and not ${withdrawn(cut)}) h
  where h.amount > h.paid`;

/** Each promise, and what became of it by the day. */
export const promiseExceptions = (cut: Cut): string => `
  select p.id, p.invoice_id, p.customer_id, p.made_on as since, p.promised_on as until, p.amount, p.state
  from (${promisesAt(cut)}) p`;

/** Promises that were broken and of whose invoice something is open. */
export const brokenPromises = (cut: Cut): string => `
  select b.id as source, b.invoice_id, b.customer_id, null as owner_id, b.promised_on + 1 as since, b.amount - b.paid as amount,
         b.currency, ${why('{amount} {currency} promised by {promisedOn}', {
           amount: 'b.amount',
           currency: 'b.currency',
           promisedOn: 'b.promised_on',
         })}
  from (${promisesAt(cut)}) b where b.state = 'broken' and ${openAt(cut, 'b.invoice_id')} > 0`;
