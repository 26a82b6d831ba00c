import { type Cut, revisionAt } from '@quittance/reading';

export const CURRENT = `
  select id, received_on, currency, received, allocated, pending, unapplied, method, reference, payer_id,
         customer_id, source, external_id, revision::text from live.payments v`;

/** Payments as they stand; with a cut at a position, those that nothing touched since. */
export const currentPayments = (cut: Cut): string => `${CURRENT} where ${cut.known('v')}`;

/** The others: as they stood at the cut's position. */
export const touchedPayments = (cut: Cut): string => `${paymentsAt(cut)} and not (${cut.known('p')})`;

/** Whether the invoice's answer to the part is known; until then it is pending. */
export const answeredAt = (cut: Cut): string => `coalesce(${cut.known('a', 'answered')}, false)`;

/** Payments received by the day and known; what invoices take counts from the day it is applied. */
export const paymentsAt = (cut: Cut): string => `
  select p.id, p.received_on, p.currency, p.received, parts.allocated, parts.pending,
         p.received - parts.allocated - parts.pending as unapplied, p.method, p.reference, p.payer_id,
         p.customer_id, p.source, p.external_id, ${revisionAt(cut, "'payment-' || p.id")} as revision
  from live.payments p
  left join lateral (
    select coalesce(sum(a.applied) filter (where ${answeredAt(cut)} and ${cut.counts('a.applied_on')}), 0) as allocated,
           coalesce(sum(a.requested) filter (where not ${answeredAt(cut)}), 0) as pending
    from live.payment_allocations a where a.payment_id = p.id
  ) parts on true
  where ${cut.counts('p.received_on')} and ${cut.known('p', 'received')}`;
