import type { Cut } from '@quittance/reading';
import { why } from '../reporting/why.sql.js';

const DISPUTE = `d.id, d.invoice_id, d.number, d.customer_id, d.currency, d.amount, d.reason_code, d.reason,
                 d.owner_id, d.answer_by, d.disputed_on`;

/** Disputes as they stand, whatever the dates of their facts. */
export const currentDisputes = (cut: Cut): string => `
  select ${DISPUTE}, d.outcome, d.upheld, d.credit_note_id, d.resolved_on, d.resolution
  from live.disputes d where ${cut.known('d')}`;

/** Disputes raised by the cut, resolved where they were by then. */
export const disputesAt = (cut: Cut): string => `
  select ${DISPUTE},
         case when over.position is not null then d.outcome end as outcome,
         case when over.position is not null then d.upheld end as upheld,
         case when over.position is not null then d.credit_note_id end as credit_note_id,
         case when over.position is not null then d.resolved_on end as resolved_on,
         case when over.position is not null then d.resolution end as resolution
  from live.disputes d
  join live.dispute_lines raised on raised.dispute_id = d.id and raised.amount > 0 and ${cut.line('raised')}
  left join live.dispute_lines over on over.dispute_id = d.id and over.amount < 0 and ${cut.line('over')}`;

/** Those that facts after the cut's position touched, as they stood there. */
export const touchedDisputes = (cut: Cut): string => `${disputesAt(cut)} where not (${cut.known('d')})`;

/** What is disputed of invoices at the cut: a hold each. */
export const disputeHolds = (cut: Cut): string => `
  select l.invoice_id, l.dispute_id as id, min(l.effective_on) as since, null::date as until, sum(l.amount) as amount
  from live.dispute_lines l where ${cut.line('l')}
  group by l.invoice_id, l.dispute_id having sum(l.amount) > 0`;

/** Each dispute, and what became of it by the day. */
export const disputeExceptions = (cut: Cut): string => `
  select d.id, d.invoice_id, d.customer_id, d.disputed_on as since, d.resolved_on as until, d.amount,
         coalesce(d.outcome, 'open') as state
  from (${disputesAt(cut)}) d`;

/** Disputes that nobody resolved by the cut: somebody is to answer them. */
export const disputesToAnswer = (cut: Cut): string => `
  select o.id as source, o.invoice_id, o.customer_id, o.owner_id, o.disputed_on as since, o.amount,
         o.currency, ${why('disputed: {reasonCode}[, answer by {answerBy}]', {
           reasonCode: 'o.reason_code',
           answerBy: 'o.answer_by',
         })}
  from (${disputesAt(cut)}) o where o.outcome is null`;
