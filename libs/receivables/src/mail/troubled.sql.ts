import type { Cut } from '@quittance/reading';
import { why } from '../reporting/why.sql.js';

/**
 * Mails at the cut that failed for good, or of which nobody knows whether they left. One that was approved again and came to the
 * same is another thing to do. With one invoice in it, it is for whoever follows that up, else for the customer's owner.
 */
const troubled = (cut: Cut, status: 'failed' | 'unknown', because: string): string => `
  select t.mail_id::text || case when t.times > 1 then '.' || t.times else '' end as source, one.invoice_id, m.customer_id,
         null::text as owner_id, t.effective_on as since, null::numeric as amount, null::text as currency, ${because}
  from (
    select distinct on (l.mail_id) l.*,
           count(*) filter (where l.status = '${status}') over (partition by l.mail_id) as times
    from live.mail_troubles l where ${cut.line('l')} order by l.mail_id, l.position desc
  ) t
  join live.mails m on m.id = t.mail_id
  left join lateral (
    select min(i.invoice_id::text)::uuid as invoice_id from live.mail_items i
    where i.mail_id = t.mail_id and ${cut.known('i')} having count(distinct i.invoice_id) = 1
  ) one on true
  where t.status = '${status}'`;

export const failedMails = (cut: Cut): string =>
  troubled(
    cut,
    'failed',
    why('the mail of {draftedOn} did not leave: {code}', {
      draftedOn: 'm.drafted_on',
      code: `coalesce(t.code, 'failed')`,
    }),
  );

export const unknownMails = (cut: Cut): string =>
  troubled(
    cut,
    'unknown',
    why('nobody knows whether the mail of {draftedOn} left', { draftedOn: 'm.drafted_on' }),
  );
