import { uuid5 } from '@quittance/event-store';
import { Money } from '@quittance/kernel';
import { leg, noMoney, postings, type PostingsOf, settling } from '../ledger/legs.js';
import type { InvoiceFacts } from './invoice.events.js';

export const invoicePostings = {
  InvoiceIssued: postings(
    ({ invoiceId: invoice, customerId: party, issuedOn: on, currency, total, ...data }) => {
      const amount = Money.of(total, currency);
      const opens = { dueOn: data.dueOn, ownerId: data.ownerId };
      return [
        leg('receivable', 'issued', amount, { invoice, party, on, opens }),
        leg('issued', 'invoice', amount.negated(), { invoice, party, on }),
      ];
    },
  ),
  PaymentApplied: postings(
    ({ invoiceId: invoice, customerId, paymentId: document, payerId, currency, ...data }) => {
      const requested = Money.of(data.requested, currency);
      const applied = Money.of(data.applied, currency);
      const { receivedOn, appliedOn } = data;
      const asked = { invoice, party: customerId, document, on: receivedOn };
      const free = { party: payerId, document, on: receivedOn };
      const settlement = uuid5(document, invoice);
      const settled = { ...asked, on: appliedOn, settlement };
      // Received before it was issued: until the invoice counts, the money settles nothing.
      if (appliedOn !== receivedOn)
        return [
          leg('pending', 'answered', requested, asked),
          leg('unapplied', 'answered', requested.negated(), free),
          ...settling('cash', applied, settled, { party: payerId }),
        ];
      return [
        leg('pending', 'answered', requested, asked),
        leg('unapplied', 'answered', applied.minus(requested), free),
        leg('receivable', 'cash', applied.negated(), settled),
      ];
    },
  ),
  AllocationRefused: postings(
    ({ invoiceId: invoice, customerId, paymentId: document, payerId, currency, ...data }) => {
      const requested = Money.of(data.requested, currency);
      const on = data.receivedOn;
      return [
        leg('pending', 'answered', requested, { invoice, party: customerId, document, on }),
        leg('unapplied', 'answered', requested.negated(), { party: payerId, document, on }),
      ];
    },
  ),
  ExtensionGranted: noMoney,
  OwnerAssigned: noMoney,
} satisfies PostingsOf<InvoiceFacts>;
