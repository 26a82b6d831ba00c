import { Money } from '@quittance/kernel';
import { type ControlsOf, moved } from '../ledger/control.js';
import type { PaymentFacts } from './payment.events.js';
import type { paymentPostings } from './payment.postings.js';

export const paymentControl: ControlsOf<PaymentFacts, typeof paymentPostings> = {
  PaymentReceived: {
    adds: [
      {
        field: 'amount',
        sign: '-',
        to: ({ customerId: party, receivedOn: on }) => ({ party, on }),
        document: {
          ...{ count: 'payments', sum: 'received' },
          legs: { account: 'cash', kind: 'received', against: ['requested', 'received'] },
        },
      },
    ],
    // Until the invoice answers, a part is received for the invoice's customer, whoever paid.
    moves: ({ customerId, currency, allocations, receivedOn }) =>
      allocations.flatMap(({ customerId: party, amount }) =>
        moved(Money.of(amount, currency), { party: customerId }, { party }, receivedOn),
      ),
  },
  AllocationRequested: {
    moves: ({ currency, allocations }) =>
      allocations.flatMap(({ customerId, payerId, amount, requestedOn }) =>
        moved(Money.of(amount, currency), { party: payerId }, { party: customerId }, requestedOn),
      ),
  },
};
