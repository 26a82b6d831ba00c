import {
  among,
  amount,
  asText,
  asUuid,
  code,
  type Cut,
  date,
  id,
  type ItemOf,
  list,
  orNull,
  text,
  uuid,
} from '@quittance/reading';
import { accountForm } from './account-form.js';
import { currentPayments, meantBy, paymentsAt, touchedPayments } from './payment.sql.js';

/** Money received, once: `received = allocated + pending + refunded + returned + unapplied`. */
export const PAYMENT_COLUMNS = {
  id: uuid('What paths take', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  receivedOn: date('Bank date', '2026-03-05'),
  currency: code('ISO 4217', 'EUR', { facet: true }),
  received: amount('Amount received; of one that was cancelled, nothing', '520.00', { sum: true }),
  allocated: amount('Taken by invoices', '500.00', { sum: true }),
  pending: amount('Meant for invoices that have not answered', '0.00', { sum: true }),
  refunded: amount('Paid out, less what came back', '0.00', { sum: true }),
  returned: amount('Taken back by the bank, less what was won', '0.00', { sum: true }),
  unapplied: amount('Settles nothing; negative: owed to us after a return', '20.00', {
    sum: true,
    ask: '0.01',
  }),
  method: orNull(text('How it came', 'transfer', { facet: true })),
  reference: orNull(text('What the payer wrote', 'Invoice 2026-0117')),
  payerId: orNull(id('Who paid, as stated', 'C-104')),
  payerName: orNull(text('Name of who paid', 'Rossi S.r.l.')),
  customerId: orNull(id('Whose money it is while unapplied', 'C-104', { facet: true })),
  customerName: orNull(text('Name of whose money it is', 'Rossi S.r.l.')),
  source: orNull(id('Where it is known from', 'bank', { facet: true })),
  externalId: orNull(id('Its id at the source', '2026-03-05/17')),
  cancelled: amount('Recorded by mistake', '0.00', { sum: true }),
};

export type PaymentItem = ItemOf<typeof PAYMENT_COLUMNS> & { revision?: number };

/** Payments as they stand, or as they were known at a place of both axes. */
export const PAYMENTS = list({
  name: 'payments',
  columns: PAYMENT_COLUMNS,
  identity: 'id',
  sort: '-receivedOn',
  words: ['reference', 'externalId'],
  more: {
    invoiceId: asUuid('payments with a part meant for this invoice'),
    payerAccount: asText("payments from this payer's account number", 'IT60X0542811101000000123456'),
  },
  rows: ({ cut, bind, place, more: { invoiceId, payerAccount } }) => {
    const from =
      payerAccount &&
      `select p.id from live.payments p where p.payer_account = ${bind.add(accountForm(payerAccount))}`;
    const ofInvoice =
      invoiceId &&
      `select a.payment_id as id from live.payment_allocations a
       where a.invoice_id = ${bind.add(invoiceId)} and ${meantBy(cut)}`;
    const meant = [from, ofInvoice].filter(Boolean).join(' intersect ') || undefined;
    if (place) return { relation: among(paymentsAt(cut), meant) };
    return {
      relation: among(currentPayments(cut), meant),
      touched: (at: Cut) => among(touchedPayments(at), meant),
    };
  },
});
