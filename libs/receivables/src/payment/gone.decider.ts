import { factsOf, Money, notInFuture, ownValue, positiveAmountIn, Rejection, wrong } from '@quittance/kernel';
import { allocationOf, mustBeApplied } from './allocating.decider.js';
import { mustBeFree } from './meant-for.decider.js';
import type { GivenBack, PartOf, PaymentFacts } from './payment.events.js';
import type { Decides } from './payment.slice.decider.js';
import {
  appliedParts,
  freeOf,
  mustBeAnswered,
  mustBeReceived,
  type Part,
  partOf,
  partyNow,
  partyOf,
  type Payment,
  unappliedOf,
} from './payment.state.decider.js';
import { since } from './whose.decider.js';

const fact = factsOf<PaymentFacts>();
const sum = (amounts: readonly { amount: string }[], currency: string): Money =>
  Money.sum(
    amounts.map(({ amount }) => Money.of(amount, currency)),
    currency,
  );

/** Money that is paid out or taken back by the bank, and comes again. */
export const gone: Decides<'RefundPayment' | 'ReverseRefund' | 'ReturnPayment' | 'ReverseReturn'> = {
  RefundPayment(command, { own }, { today, id: paymentId, partId, references: { subject } }) {
    const payment = mustBeReceived(own, paymentId);
    const { currency, payer, countsOn } = payment;
    const { refundedOn = today, method, reference, reason, customerId = payer } = command;
    const amount = positiveAmountIn(currency, command.amount, '/amount');
    since(countsOn, notInFuture(refundedOn, today, '/refundedOn'), '/refundedOn');
    const from = askedBack(payment, command.from ?? []);
    const free = amount.minus(sum(from, currency));
    if (free.isNegative)
      throw wrong('/from', 'within-amount', sum(from, currency).toString(), 'at most the amount, in sum');
    if (free.isPositive) mustBeFree(payment, customerId, free, refundedOn);
    return [
      fact('PaymentRefunded', {
        ...{
          paymentId,
          currency,
          unapplied: unappliedOf(payment).minus(free).toString(),
          refundId: partId(),
        },
        ...{ amount: amount.toString(), customerId, from, refundedOn, method },
        personal: { subject, reason, reference },
      }),
    ];
  },

  ReverseRefund({ refundId, on, reason }, { own }, { today, id: paymentId, references: { subject } }) {
    const payment = mustBeReceived(own, paymentId);
    const { currency } = payment;
    const refund = payment.refunds[refundId];
    if (!refund) throw Rejection.notFound('refund-not-found', `There is no refund ${refundId} of it.`);
    if (refund.reversed) throw Rejection.conflict('reversed', 'The refund was reversed before.');
    const reversedOn = on ?? today;
    since(refund.on, notInFuture(reversedOn, today, '/on'), '/on');
    const to = refund.to.map(({ customerId, amount }) => ({
      customerId: partyNow(payment, customerId),
      amount,
    }));
    return [
      fact('RefundReversed', {
        ...{
          paymentId,
          currency,
          unapplied: unappliedOf(payment).plus(sum(to, currency)).toString(),
          refundId,
        },
        ...{ amount: refund.amount, to, reversedOn, personal: { subject, reason } },
      }),
    ];
  },

  ReturnPayment(command, { own }, { today, id: paymentId, partId, references: { subject } }) {
    const payment = mustBeReceived(own, paymentId);
    const { currency, payer, countsOn } = payment;
    const { returnedOn, code, externalId, reason } = command;
    if (externalId !== undefined && ownValue(payment.returnsKnown, externalId) !== undefined) return [];
    since(countsOn, notInFuture(returnedOn, today, '/returnedOn'), '/returnedOn');
    const most = notReturned(payment);
    const amount =
      command.amount === undefined ? most : positiveAmountIn(currency, command.amount, '/amount');
    if (!most.isPositive || most.minus(amount).isNegative) {
      throw Rejection.conflict(
        'nothing-to-return',
        `Of the payment ${most.toString()} ${currency} were not returned yet: at most that can be.`,
      );
    }
    mustBeAnswered(payment);
    const { fromUnapplied, from } = takenFrom(payment, amount);
    const unapplied = unappliedOf(payment).minus(sum(fromUnapplied, currency)).toString();
    return [
      fact('PaymentReturned', {
        ...{ paymentId, currency, unapplied, returnId: partId(), amount: amount.toString() },
        ...{ customerId: payer, fromUnapplied, from, returnedOn, code, externalId },
        ...(reason !== undefined && { personal: { subject, reason } }),
      }),
    ];
  },

  ReverseReturn(
    { returnId, on, reason },
    { own },
    { today, id: paymentId, partId, references: { subject } },
  ) {
    const payment = mustBeReceived(own, paymentId);
    const { currency, payer } = payment;
    const returned = payment.returns[returnId];
    if (!returned) throw Rejection.notFound('return-not-found', `There is no return ${returnId} of it.`);
    if (returned.reversed) throw Rejection.conflict('reversed', 'The return was reversed before.');
    mustBeAnswered(payment);
    const reversedOn = on ?? today;
    since(returned.on, notInFuture(reversedOn, today, '/on'), '/on');
    const to = returned.to.map(({ customerId, amount }) => ({
      ...{ customerId: partyNow(payment, customerId), amount },
    }));
    return [
      fact('ReturnReversed', {
        ...{
          paymentId,
          currency,
          unapplied: unappliedOf(payment).plus(sum(to, currency)).toString(),
          returnId,
        },
        ...{ amount: returned.amount, customerId: payer, to, reversedOn },
        allocations: returned.from.map(({ allocationId, payerId, ...part }, i) => ({
          ...{ ...part, allocationId: partId(i), payerId: partyNow(payment, payerId) },
          requestedOn: reversedOn,
          // What was written off is so again since: the money recovers it once more.
          ...(partOf(payment, allocationId)!.recovery && { recovery: true as const }),
        })),
        personal: { subject, reason },
      }),
    ];
  },
};

/** What of it was not returned yet. */
function notReturned({ recorded, currency, returns, cancelled }: Payment): Money {
  if (cancelled) return Money.zero(currency);
  const out = Object.values(returns).filter(({ reversed }) => !reversed);
  return Money.of(recorded.amount, currency).minus(sum(out, currency));
}

const givenBack = (
  payment: Payment,
  { allocationId, invoice, customerId, payerId, instalment }: Part,
  amount: Money,
) => ({
  ...{ allocationId, ...invoice, customerId, payerId: partyNow(payment, payerId), amount: amount.toString() },
  instalment,
});

/** What invoices are to give back for a refund, each allocation once. */
function askedBack(payment: Payment, from: readonly { allocationId: string; amount: string }[]): GivenBack[] {
  const before = new Set<string>();
  return from.map(({ allocationId, amount }, i) => {
    const field = `/from/${i}`;
    const asked = positiveAmountIn(payment.currency, amount, `${field}/amount`);
    if (before.has(allocationId))
      throw wrong(`${field}/allocationId`, 'unique', allocationId, 'each allocation once');
    before.add(allocationId);
    const part = allocationOf(payment, allocationId);
    mustBeApplied(payment, part, asked);
    return givenBack(payment, part, asked);
  });
}

/** Of what is free first, the payer's part before others'; then of what is applied, the last allocated first; then below zero. */
function takenFrom(payment: Payment, amount: Money): { fromUnapplied: PartOf[]; from: GivenBack[] } {
  const { currency, payer, free } = payment;
  let rest = amount;
  const take = (at: Money): Money => {
    const taken = at.isPositive ? at.min(rest) : Money.zero(currency);
    rest = rest.minus(taken);
    return taken;
  };
  const parties = [
    payer,
    ...Object.keys(free)
      .map(partyOf)
      .filter((party) => party !== payer),
  ];
  const taken = new Map(parties.map((party) => [party, take(freeOf(payment, party))] as const));
  const from = appliedParts(payment).flatMap((part) => {
    const of = take(Money.of(part.left, currency));
    return of.isPositive ? [givenBack(payment, part, of)] : [];
  });
  taken.set(payer, taken.get(payer)!.plus(rest));
  const fromUnapplied = [...taken].flatMap(([customerId, of]) =>
    of.isZero ? [] : [{ customerId, amount: of.toString() }],
  );
  return { fromUnapplied, from };
}
