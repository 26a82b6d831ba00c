import { Money } from '@quittance/kernel';
import { leg, noMoney, postings, type PostingsOf } from '../ledger/legs.js';
import type { DocumentFacts } from './document.events.js';

export const documentPostings = {
  InvoiceSent: noMoney,
  InvoiceVoided: postings(({ invoiceId: invoice, customerId: party, currency, total, voidedOn: on }) => {
    const amount = Money.of(total, currency);
    return [
      leg('receivable', 'void', amount.negated(), { invoice, party, on }),
      leg('issued', 'void', amount, { invoice, party, on }),
    ];
  }),
} satisfies PostingsOf<DocumentFacts>;
