import type { Cut } from '@quittance/reading';
import { agreedLine } from '../../reporting/agreed.sql.js';

/** Later due dates that have not come on the day: a hold each, of the last one of the invoice or of each instalment. */
export const extensionHolds = (cut: Cut): string => `
  select e.invoice_id, e.extension_id as id, e.effective_on as since, e.due_on as until, null::numeric as amount
  from (
    select distinct on (l.invoice_id, l.instalment) l.*
    from live.due_date_lines l where ${agreedLine(cut, 'l')}
    order by l.invoice_id, l.instalment, l.effective_on desc, l.position desc
  ) e where ${cut.day} <= e.due_on`;

/** Each extension, and whether it is the one that holds on the day. */
export const extensionExceptions = (cut: Cut): string => `
  select e.extension_id as id, e.invoice_id, i.customer_id, e.effective_on as since, coalesce(e.revoked_on, e.due_on) as until,
         null::numeric as amount,
         case when e.revoked_on is not null then 'revoked' when e.nth > 1 then 'superseded'
              when ${cut.day} <= e.due_on then 'holds' else 'over' end as state
  from (
    select l.*, x.revoked_on, row_number() over (
             partition by l.invoice_id, l.instalment, x.revoked_on is null
             order by l.effective_on desc, l.position desc) as nth
    from live.due_date_lines l
    left join lateral (
      select min(r.effective_on) as revoked_on from live.revocation_lines r
      where r.extension_id = l.extension_id and ${cut.line('r')}
    ) x on true
    where ${cut.line('l')}
  ) e join live.invoices i on i.id = e.invoice_id`;
