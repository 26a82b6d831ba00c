import { type Cut, revisionAt } from '@quittance/reading';
import { summedSql } from '../ledger/sums.js';
import { lastName } from '../reporting/named.sql.js';
import { PAYMENT_SUMS } from './payment.sums.js';
import { why } from '../reporting/why.sql.js';

const NAMES = Object.keys(PAYMENT_SUMS);
/** What never changes; a payment that was cancelled has received nothing. */
const FIXED = `v.id, v.received_on, v.counts_on, v.currency, v.method, v.reference, v.source, v.external_id`;

/** @param name that of whom an id names: the row of customers beside it says it as it stands */
const stands = (name: (customer: string, id: string) => string): string => `
  select ${FIXED}, v.received - v.cancelled as received, ${NAMES.map((each) => `v.${each}`).join(', ')},
         v.payer_id, ${name('payer', 'v.payer_id')} as payer_name, v.customer_id, ${name('owner', 'v.customer_id')} as customer_name,
         v.revision::text from live.payments v
  left join live.customers payer on payer.id = v.payer_id left join live.customers owner on owner.id = v.customer_id`;

export const CURRENT = stands((customer) => `${customer}.name`);

/** Payments as they stand; with a cut at a position, those that nothing touched since. */
export const currentPayments = (cut: Cut): string =>
  `${stands(
    (customer, id) =>
      `case when ${cut.known(customer)} then ${customer}.name else (${lastName(cut, id)}) end`,
  )} where ${cut.known('v')}`;

/** The others: as they stood at the cut's position. */
export const touchedPayments = (cut: Cut): string => `${paymentsAt(cut)} and not (${cut.known('v')})`;

/** Whether the invoice's answer to the part is known; until then it is pending. */
export const answeredAt = (cut: Cut): string => `coalesce(${cut.known('a', 'answered')}, false)`;

/** Whether the part is meant for its invoice by the day: what an invoice takes later is unapplied until then. */
export const meantBy = (cut: Cut): string =>
  `${cut.known('a', 'requested')} and ${cut.counts('a.requested_on')} and not (${answeredAt(cut)} and not coalesce(${cut.counts('a.applied_on')}, true))`;

/** Payments that count by the day and are known; what invoices take counts from the day it is applied. */
export const paymentsAt = (cut: Cut): string => {
  const identified = `(v.identified_at is null or ${cut.known('v', 'identified')})`;
  const payer = `case when ${identified} then v.payer_id end`;
  const customer = `case when ${identified} then v.customer_id else v.first_customer_id end`;
  return `
  select ${FIXED}, v.received - lines.cancelled as received, ${NAMES.map((name) => `lines.${name}`).join(', ')},
         ${payer} as payer_id, (${lastName(cut, payer)}) as payer_name,
         ${customer} as customer_id, (${lastName(cut, customer)}) as customer_name,
         ${revisionAt(cut, "'payment-' || v.id")} as revision
  from live.payments v
  cross join lateral (
    select ${Object.entries(PAYMENT_SUMS)
      .map(([name, sum]) => `${summedSql(sum, 'l')} as ${name}`)
      .join(', ')}
    from live.ledger_lines l where l.document_id = v.id and ${cut.line('l')}
  ) lines
  where ${cut.counts('v.counts_on')} and ${cut.known('v', 'received')}`;
};

/** Payments of which money settles nothing. As they stand now the rows say so; else their lines do. */
export const moneyToAllocate = (cut: Cut): string => `
  select u.id as source, null as invoice_id, u.customer_id, null as owner_id, u.received_on as since, u.unapplied as amount,
         u.currency, ${why('received on {receivedOn}, settles nothing', { receivedOn: 'u.received_on' })}
  from (${cut.known('v') === 'true' ? CURRENT : paymentsAt(cut)}) u where u.unapplied > 0`;
