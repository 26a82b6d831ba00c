import type { Cut } from '@quittance/reading';

/** Each assignment of an invoice to another owner, and whether it is the one that holds on the day. Its id is of its place in the log. */
export const reassignments = (cut: Cut): string => `
  select o.id, o.invoice_id, i.customer_id, o.since, null::date as until, null::numeric as amount,
         case when o.nth = 1 then 'holds' else 'superseded' end as state
  from (
    select md5('reassignment ' || l.position)::uuid as id, l.invoice_id, l.effective_on as since,
           row_number() over (partition by l.invoice_id order by l.effective_on desc, l.position desc) as nth
    from live.owner_lines l where ${cut.line('l')}
  ) o join live.invoices i on i.id = o.invoice_id`;
