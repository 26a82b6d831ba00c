import { Money } from '@quittance/kernel';
import { leg, postings, type PostingsOf } from '../ledger/legs.js';
import type { PaymentFacts } from './payment.events.js';

export const paymentPostings = {
  PaymentReceived: postings(({ paymentId: document, customerId, currency, receivedOn: on, ...data }) => {
    const received = Money.of(data.amount, currency);
    let free = received;
    const asked = data.allocations.map(({ invoiceId: invoice, customerId: party, amount }) => {
      const requested = Money.of(amount, currency);
      free = free.minus(requested);
      return leg('pending', 'requested', requested.negated(), { invoice, party, document, on });
    });
    const payer = { party: customerId, document, on };
    return [
      leg('cash', 'received', received, payer),
      ...asked,
      leg('unapplied', 'received', free.negated(), payer),
    ];
  }),
} satisfies PostingsOf<PaymentFacts>;
