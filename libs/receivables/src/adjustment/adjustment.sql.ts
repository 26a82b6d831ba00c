import type { Cut } from '@quittance/reading';
import { why } from '../reporting/why.sql.js';

/** What became of them by what `counted` lets in, one row each. What a later fact says of them is not shown before it. */
const became = (counted: string): string => `
  select a.id, a.invoice_id, a.number, a.customer_id, a.currency, a.kind, a.amount, a.reason_code, a.reason,
         a.reference, a.requested_by, a.because, l.asked_on, l.recorded_on, l.decided_on,
         case when l.recorded is not null then a.approved_by end as approved_by,
         case when l.recorded is not null then a.vat end as vat,
         case when l.refused then a.refusal end as refusal,
         case when l.undone then a.undo end as undo,
         coalesce(l.back, 0) as taken_back,
         case when l.refused then 'refused' when l.recorded is null then 'requested'
              when l.back < l.recorded or l.back is null then 'recorded'
              when l.undone then 'undone' else 'recovered' end as status
  from live.adjustments a
  cross join lateral (
    select count(*) as steps, bool_or(s.step = 'refused') as refused,
           sum(s.amount) filter (where s.step = 'recorded') as recorded,
           bool_or(s.step = 'undone') as undone,
           sum(case s.step when 'restored' then -s.amount else s.amount end)
             filter (where s.step in ('undone', 'recovered', 'restored')) as back,
           min(s.effective_on) filter (where s.step in ('requested', 'recorded')) as asked_on,
           min(s.effective_on) filter (where s.step = 'recorded') as recorded_on,
           min(s.effective_on) filter (where s.step in ('refused', 'recorded')) as decided_on
    from live.adjustment_lines s where s.adjustment_id = a.id and ${counted}
  ) l
  where l.steps > 0`;

/** As they stand, whatever the dates of their facts. */
export const currentAdjustments = (cut: Cut): string => `${became('true')} and ${cut.known('a')}`;

/** As they stood at the cut. */
export const adjustmentsAt = (cut: Cut): string => became(cut.line('s'));

/** Those that facts after the cut's position touched, as they stood there. */
export const touchedAdjustments = (cut: Cut): string => `${adjustmentsAt(cut)} and not (${cut.known('a')})`;

/** Each write-off, and what became of it by the day. */
export const writeOffExceptions = (cut: Cut): string => `
  select w.id, w.invoice_id, w.customer_id, w.asked_on as since, w.decided_on as until, w.amount, w.status as state
  from (${adjustmentsAt(cut)}) w where w.kind = 'write-off'`;

/** Those that a second person has not decided by the cut. */
export const awaitingApproval = (cut: Cut): string => `
  select q.id as source, q.invoice_id, q.customer_id, null as owner_id, q.asked_on as since, q.amount, q.currency,
         ${why('{asked} asked for by {requestedBy}', { asked: 'q.kind', requestedBy: 'q.requested_by' })}
  from (${adjustmentsAt(cut)}) q where q.status = 'requested'`;
