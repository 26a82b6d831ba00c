import { type Cut, revisionAt } from '@quittance/reading';
import { SUMS, summedSql } from '../ledger/sums.js';

export const CURRENT = `
  select id, received_on, currency, received, allocated, pending, unapplied, method, reference, payer_id,
         customer_id, source, external_id, revision::text from live.payments v`;

/** Payments as they stand; with a cut at a position, those that nothing touched since. */
export const currentPayments = (cut: Cut): string => `${CURRENT} where ${cut.known('v')}`;

/** The others: as they stood at the cut's position. */
export const touchedPayments = (cut: Cut): string => `${paymentsAt(cut)} and not (${cut.known('p')})`;

/** Whether the invoice's answer to the part is known; until then it is pending. */
export const answeredAt = (cut: Cut): string => `coalesce(${cut.known('a', 'answered')}, false)`;

/** Whether the part is meant for its invoice by the day: what an invoice takes later is unapplied until then. */
export const meantBy = (cut: Cut): string =>
  `${cut.known('a', 'requested')} and ${cut.counts('a.requested_on')} and not (${answeredAt(cut)} and not coalesce(${cut.counts('a.applied_on')}, true))`;

/** Payments received by the day and known; what invoices take counts from the day it is applied. */
export const paymentsAt = (cut: Cut): string => `
  select p.id, p.received_on, p.currency, p.received, parts.allocated, parts.pending, parts.unapplied, p.method,
         p.reference, p.payer_id, p.customer_id, p.source, p.external_id, ${revisionAt(cut, "'payment-' || p.id")} as revision
  from live.payments p
  cross join lateral (
    select ${summedSql(SUMS.paid, 'l')} as allocated, ${summedSql(SUMS.pending, 'l')} as pending,
           ${summedSql(SUMS.unapplied, 'l')} as unapplied
    from live.ledger_lines l where l.document_id = p.id and ${cut.line('l')}
  ) parts
  where ${cut.counts('p.received_on')} and ${cut.known('p', 'received')}`;

/** Payments of which money settles nothing. As they stand now the rows say so; else their lines do. */
export const moneyToAllocate = (cut: Cut): string => `
  select u.id as source, null as invoice_id, u.customer_id, null as owner_id, u.received_on as since, u.unapplied as amount,
         u.currency, 'received on ' || u.received_on || ', settles nothing' as why
  from (${cut.known('p') === 'true' ? CURRENT : paymentsAt(cut)}) u where u.unapplied > 0`;
