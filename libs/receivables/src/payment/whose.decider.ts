import { factsOf, Money, notInFuture, positiveAmountIn, Rejection, wrong } from '@quittance/kernel';
import { unknownCustomer } from '../customer/customer.stream.js';
import { mustBeFree } from './meant-for.decider.js';
import type { PaymentFacts } from './payment.events.js';
import type { Decides } from './payment.slice.decider.js';
import { freeOf, isWaiting, mustBeAnswered, mustBeReceived, unappliedOf } from './payment.state.decider.js';

const fact = factsOf<PaymentFacts>();

/** Whose money it is, and that it never came. */
export const whose: Decides<'CancelPayment' | 'IdentifyPayer' | 'TransferUnapplied'> = {
  CancelPayment({ reason, release }, { own }, { id: paymentId, references: { subject } }) {
    const payment = mustBeReceived(own, paymentId);
    if (payment.cancelled) return [];
    const { currency, payer, recorded, countsOn, allocated, used } = payment;
    if (used || isWaiting(payment) || Money.of(allocated, currency).isPositive) {
      throw Rejection.conflict(
        'in-use',
        'Something of it is allocated, or was refunded, returned or transferred: undo its allocations first; what was paid out or ' +
          'returned came, and is refunded or returned.',
      );
    }
    return [
      fact('PaymentCancelled', {
        ...{ paymentId, currency, unapplied: Money.zero(currency).toString() },
        ...{ amount: recorded.amount, customerId: payer, cancelledOn: countsOn },
        ...(recorded.opening && { opening: true as const }),
        ...(release && { released: true as const }),
        personal: { subject, reason },
      }),
    ];
  },

  IdentifyPayer({ customerId, reason }, { own }, { id: paymentId, references: { customer, subject } }) {
    const payment = mustBeReceived(own, paymentId);
    if (!customer) throw unknownCustomer('/customerId', customerId);
    const { currency, payer: previousCustomerId, countsOn } = payment;
    if (payment.payerKnown) {
      throw Rejection.conflict(
        'payer-known',
        `It was paid by ${previousCustomerId}: what of it is unapplied can be transferred to another customer.`,
      );
    }
    if (payment.cancelled)
      throw Rejection.conflict('cancelled', 'The payment was cancelled: record it again.');
    mustBeAnswered(payment);
    return [
      fact('PayerIdentified', {
        ...{
          paymentId,
          currency,
          unapplied: unappliedOf(payment).toString(),
          previousCustomerId,
          customerId,
        },
        ...{ amount: freeOf(payment, previousCustomerId).toString(), identifiedOn: countsOn },
        personal: { subject, reason },
      }),
    ];
  },

  TransferUnapplied(command, { own }, { today, id: paymentId, partId, references: { customer, subject } }) {
    const payment = mustBeReceived(own, paymentId);
    const { customerId, from = payment.payer, reason, on = today } = command;
    const { currency, countsOn } = payment;
    if (!customer) throw unknownCustomer('/customerId', customerId);
    if (customerId === from)
      throw wrong('/customerId', 'another', customerId, 'another customer than it is of');
    const amount = positiveAmountIn(currency, command.amount, '/amount');
    since(countsOn, notInFuture(on, today, '/on'), '/on');
    mustBeFree(payment, from, amount, on);
    return [
      fact('UnappliedTransferred', {
        ...{ paymentId, currency, unapplied: unappliedOf(payment).toString(), transferId: partId() },
        ...{ fromCustomerId: from, customerId, amount: amount.toString(), transferredOn: on },
        personal: { subject, reason },
      }),
    ];
  },
};

/** Nothing counts before what it belongs to (422, rule `not-before`). */
export function since(first: string, date: string, field: string): void {
  if (date < first) throw wrong(field, 'not-before', date, `not before ${first}`);
}
