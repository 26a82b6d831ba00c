import { Money } from '@quittance/kernel';
import { type Leg, leg, noMoney, postings, type PostingsOf } from '../ledger/legs.js';
import type { GivenBack, PartOf, PaymentFacts } from './payment.events.js';

export const paymentPostings = {
  PaymentReceived: postings(({ paymentId: document, customerId, currency, ...data }) => {
    const received = Money.of(data.amount, currency);
    const on = data.opening?.on ?? data.receivedOn;
    let free = received;
    const asked = data.allocations.map(({ invoiceId: invoice, customerId: party, amount }) => {
      const requested = Money.of(amount, currency);
      free = free.minus(requested);
      return leg('pending', 'requested', requested.negated(), { invoice, party, document, on });
    });
    const payer = { party: customerId, document, on };
    return [
      leg('cash', 'received', received, payer),
      // It came before: what is received is a document of its own, and no cash of the day.
      ...(data.opening
        ? [leg('cash', 'opening', received.negated(), payer), leg('opening', 'opening', received, payer)]
        : []),
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
  AllocationUndoRequested: noMoney,
  AllocationUndone: noMoney,
  PaymentCancelled: postings(({ paymentId: document, customerId: party, currency, ...data }) => {
    const amount = Money.of(data.amount, currency);
    const about = { party, document, on: data.cancelledOn };
    return [
      leg('unapplied', 'cancelled', amount, about),
      leg(data.opening ? 'opening' : 'cash', 'cancelled', amount.negated(), about),
    ];
  }),
  PayerIdentified: postings(({ previousCustomerId, identifiedOn: on, ...data }) =>
    passing('identified', { ...data, on }, previousCustomerId, data.customerId),
  ),
  UnappliedTransferred: postings(({ fromCustomerId, transferredOn: on, ...data }) =>
    passing('transferred', { ...data, on }, fromCustomerId, data.customerId),
  ),
  PaymentRefunded: postings((data) => {
    const asked = data.from.map(({ amount }) => Money.of(amount, data.currency));
    const free = Money.of(data.amount, data.currency).minus(Money.sum(asked, data.currency));
    const of = free.isZero ? [] : [{ customerId: data.customerId, amount: free.toString() }];
    return going('refunded', { ...data, on: data.refundedOn, of });
  }),
  RefundReversed: postings((data) =>
    going('refunded', { ...data, on: data.reversedOn, of: data.to, from: [], back: true }),
  ),
  PaymentReturned: postings((data) =>
    going('returned', { ...data, on: data.returnedOn, of: data.fromUnapplied }),
  ),
  ReturnReversed: postings((data) =>
    going('returned', { ...data, on: data.reversedOn, of: data.to, from: data.allocations, back: true }),
  ),
} satisfies PostingsOf<PaymentFacts>;

/** Money that settles nothing passes from one customer to another. */
function passing(
  kind: string,
  { paymentId: document, currency, amount, on }: Record<'paymentId' | 'currency' | 'amount' | 'on', string>,
  from: string | null,
  to: string,
): Leg[] {
  const passed = Money.of(amount, currency);
  return [
    leg('unapplied', kind, passed, { party: from, document, on }),
    leg('unapplied', kind, passed.negated(), { party: to, document, on }),
  ];
}

interface Going {
  paymentId: string;
  currency: string;
  amount: string;
  on: string;
  /** Of what is free, by customer. */
  of: readonly PartOf[];
  /** Of what invoices took: they are asked to give it back, or to take it again. */
  from: readonly Pick<GivenBack, 'invoiceId' | 'customerId' | 'amount'>[];
  /** It comes again. */
  back?: boolean;
}

/** Money that leaves, or comes again. */
function going(kind: string, { paymentId: document, currency, on, of, from, back, ...data }: Going): Leg[] {
  const signed = (amount: string): Money =>
    back ? Money.of(amount, currency).negated() : Money.of(amount, currency);
  return [
    leg('cash', kind, signed(data.amount).negated(), { party: null, document, on }),
    ...of.map(({ customerId: party, amount }) =>
      leg('unapplied', kind, signed(amount), { party, document, on }),
    ),
    ...from.map(({ invoiceId: invoice, customerId: party, amount }) =>
      leg('pending', kind, signed(amount), { invoice, party, document, on }),
    ),
  ];
}
