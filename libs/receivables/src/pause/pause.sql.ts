import type { Cut } from '@quittance/reading';
import { invoicesOf, mergedPart } from '../reporting/merged.sql.js';

const PAUSE = `p.id, p.invoice_id, p.number, p.customer_id, p.currency, p.paused_on, p.until, p.reason`;

/** Pauses as they stand, whatever the dates of their facts. */
export const currentPauses = (cut: Cut): string => `
  select ${PAUSE}, p.ended_on, p.end_reason from live.pauses p where ${cut.known('p')}`;

/** Whether its end is known and counts by the cut; until then it goes on. */
const ended = (cut: Cut): string => `(${cut.known('p', 'ended')} and ${cut.counts('p.ended_on')})`;

/** Pauses that began by the cut, ended where they were by then. */
export const pausesAt = (cut: Cut): string => `
  select ${PAUSE},
         case when ${ended(cut)} then p.ended_on end as ended_on,
         case when ${ended(cut)} then p.end_reason end as end_reason
  from live.pauses p where ${cut.known('p', 'issued')} and ${cut.counts('p.paused_on')}`;

/** Those that facts after the cut's position touched, as they stood there. */
export const touchedPauses = (cut: Cut): string => `${pausesAt(cut)} and not (${cut.known('p')})`;

/** What is paused on the day, all that is open of it: a hold each, of a customer's pause on each of their invoices. */
export const pauseHolds = (cut: Cut): string => `
  with ${mergedPart(cut)}
  select p.invoice_id, p.id, p.paused_on as since, p.until, null::numeric as amount
  from live.pauses p where p.invoice_id is not null and ${holds(cut)}
  union all
  select i.id, p.id, p.paused_on, p.until, null
  from live.pauses p ${invoicesOf('p.customer_id')} where p.invoice_id is null and ${holds(cut)}`;

const holds = (cut: Cut): string => `${cut.known('p', 'issued')} and ${cut.counts('p.paused_on')}
    and coalesce(${cut.day} <= p.until, true) and not coalesce(${ended(cut)}, false)`;

/** Each pause, and whether it holds on the day. */
export const pauseExceptions = (cut: Cut): string => `
  select p.id, p.invoice_id, p.customer_id, p.paused_on as since, coalesce(p.ended_on, p.until) as until, null::numeric as amount,
         case when p.ended_on is not null or p.until < ${cut.day} then 'over' else 'holds' end as state
  from (${pausesAt(cut)}) p`;
