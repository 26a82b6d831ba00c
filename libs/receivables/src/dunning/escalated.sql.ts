import type { Cut } from '@quittance/reading';
import { openAt } from '../ledger/sums.js';
import { published } from '../manifest/published.js';
import { why } from '../reporting/why.sql.js';

/** Escalations of invoices of which something is open. */
const escalated = (cut: Cut, owner: string, which: string, because: string): string => `
  select e.id as source, e.invoice_id, e.customer_id, ${owner} as owner_id, e.decided_on as since, e.open as amount, e.currency,
         ${because}
  from live.reminders e
  where e.status = 'escalated' and ${which} and ${cut.line('e', 'decided_on')} and ${openAt(cut, 'e.invoice_id')} > 0`;

/** Whom they went to sees them. */
export const escalations = (cut: Cut): string =>
  escalated(
    cut,
    'e.escalated_to',
    'e.escalated_to is not null',
    why('escalated by {ownerId}, due {dueOn}', { ownerId: 'e.owner_id', dueOn: 'e.agreed_due_on' }),
  );

/** Nobody was there to whom they could go. */
export const unmanaged = (cut: Cut): string =>
  escalated(
    cut,
    'e.owner_id',
    "(e.escalated_to is null or e.escalated_as = 'admin')",
    why('[escalated to {escalatedTo}: ]{ownerId} has no manager, due {dueOn}', {
      escalatedTo: 'e.escalated_to',
      ownerId: 'e.owner_id',
      dueOn: 'e.agreed_due_on',
    }),
  );

/** A person decides whether an agency collects it: open still, and not handed over. */
export const proposals = (cut: Cut): string => `
  select e.id as source, e.invoice_id, e.customer_id, coalesce(
           (select coalesce(p.manager_id, p.lead_id) from live.people p where p.id = e.owner_id), e.owner_id) as owner_id,
         e.decided_on as since, e.open as amount, e.currency, 
         ${why('{step} of due date {dueOn}: collection proposed', { step: 'e.step', dueOn: 'e.agreed_due_on' })}
  from live.reminders e
  where e.status = 'proposed' and ${cut.line('e', 'decided_on')} and ${openAt(cut, 'e.invoice_id')} > 0
    and not exists (select from (${handedOver(cut)}) h where h.invoice_id = e.invoice_id)`;

const handedOver = (cut: Cut): string =>
  published()
    .holds.find(({ kind }) => kind === 'in-collection')!
    .relation(cut);
