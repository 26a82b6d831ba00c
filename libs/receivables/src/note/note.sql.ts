import type { Cut } from '@quittance/reading';

/** Each note, and whether somebody is to come back to it. */
export const noteExceptions = (cut: Cut): string => `
  select n.id, n.invoice_id, n.customer_id, n.noted_on as since, n.follow_up_on as until, null::numeric as amount,
         case when n.follow_up_on >= ${cut.day} then 'follow-up' else 'noted' end as state
  from live.notes n where ${cut.line('n', 'noted_on')}`;
