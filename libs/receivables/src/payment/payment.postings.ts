import { Money } from '@quittance/kernel';
import { leg, noMoney, postings, type PostingsOf } from '../ledger/legs.js';
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
  AllocationRequested: postings(({ paymentId: document, currency, allocations }) =>
    allocations.flatMap(({ invoiceId: invoice, customerId, payerId, amount, requestedOn: on }) => {
      const requested = Money.of(amount, currency);
      return [
        leg('unapplied', 'requested', requested, { party: payerId, document, on }),
        leg('pending', 'requested', requested.negated(), { invoice, party: customerId, document, on }),
      ];
    }),
  ),
  AllocationAnswered: noMoney,
} satisfies PostingsOf<PaymentFacts>;
