import type { Cut } from '@quittance/reading';
import { why } from '../reporting/why.sql.js';

/** That escalations of a first run wait, for a manager: nobody, where none is known. */
export const heldEscalations = (cut: Cut): string => `
  select 'first-run' as source, null::uuid as invoice_id, null::text as customer_id,
         (select p.id from live.people p where 'manager' = any(p.roles) order by p.id limit 1) as owner_id,
         h.effective_on as since, null::numeric as amount, null::text as currency,
         ${why('{escalations} escalations at once, by a first run', { escalations: 'h.escalations' })}
  from live.first_runs h
  where h.status = 'held' and ${cut.line('h')}
    and not exists (select from live.first_runs c where c.status = 'confirmed' and ${cut.line('c')})`;
