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
        to: ({ customerId: party, receivedOn, opening }) => ({ party, on: opening?.on ?? receivedOn }),
        document: {
          ...{ count: 'payments', sum: 'received' },
          legs: { account: 'cash', kind: 'received', against: ['requested', 'received'] },
        },
      },
    ],
    // Until the invoice answers, a part is received for the invoice's customer, whoever paid.
    moves: ({ customerId, currency, allocations, receivedOn, opening }) =>
      allocations.flatMap(({ customerId: party, amount }) =>
        moved(Money.of(amount, currency), { party: customerId }, { party }, opening?.on ?? receivedOn),
      ),
  },
  AllocationRequested: {
    moves: ({ currency, allocations }) =>
      allocations.flatMap(({ customerId, payerId, amount, requestedOn }) =>
        moved(Money.of(amount, currency), { party: payerId }, { party: customerId }, requestedOn),
      ),
  },
  PaymentCancelled: {
    adds: [{ field: 'amount', sign: '+', to: ({ customerId: party, cancelledOn: on }) => ({ party, on }) }],
  },
  PayerIdentified: {
    moves: ({ previousCustomerId, customerId, currency, amount, identifiedOn }) =>
      passed({ amount, currency, on: identifiedOn }, previousCustomerId, customerId),
  },
  UnappliedTransferred: {
    moves: ({ fromCustomerId, customerId, currency, amount, transferredOn }) =>
      passed({ amount, currency, on: transferredOn }, fromCustomerId, customerId),
  },
  PaymentRefunded: {
    adds: [{ field: 'amount', sign: '+', to: ({ customerId: party, refundedOn: on }) => ({ party, on }) }],
    moves: ({ currency, customerId, from, refundedOn: on }) =>
      from.flatMap(({ customerId: of, amount }) => passed({ amount, currency, on }, of, customerId)),
  },
  RefundReversed: {
    adds: [
      { field: 'amount', sign: '-', to: ({ to, reversedOn: on }) => ({ party: to[0]!.customerId, on }) },
    ],
    moves: ({ currency, to, reversedOn: on }) =>
      to.flatMap(({ customerId, amount }) => passed({ amount, currency, on }, to[0]!.customerId, customerId)),
  },
  PaymentReturned: {
    adds: [{ field: 'amount', sign: '+', to: ({ customerId: party, returnedOn: on }) => ({ party, on }) }],
    moves: ({ currency, customerId: payer, fromUnapplied, from, returnedOn: on }) =>
      [...fromUnapplied, ...from].flatMap(({ customerId, amount }) =>
        passed({ amount, currency, on }, customerId, payer),
      ),
  },
  ReturnReversed: {
    adds: [{ field: 'amount', sign: '-', to: ({ customerId: party, reversedOn: on }) => ({ party, on }) }],
    moves: ({ currency, customerId: payer, to, allocations, reversedOn: on }) =>
      [...to, ...allocations].flatMap(({ customerId, amount }) =>
        passed({ amount, currency, on }, payer, customerId),
      ),
  },
};

/** What was received for one customer is from a day on received for another. */
const passed = (
  { amount, currency, on }: Record<'amount' | 'currency' | 'on', string>,
  from: string | null,
  to: string | null,
) => moved(Money.of(amount, currency), { party: from }, { party: to }, on);
