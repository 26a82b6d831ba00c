import { factsOf, Money, notInFuture, positiveAmountIn, Rejection } from '@quittance/kernel';
import { waitedFor } from '../asking/waited-for.decider.js';
import { askedOf, meantFor, reasonOf } from './meant-for.decider.js';
import type { PaymentFacts } from './payment.events.js';
import type { Decides } from './payment.slice.decider.js';
import {
  appliedParts,
  mustBeAnswered,
  mustBeReceived,
  type Part,
  partyNow,
  partOf,
  type Payment,
  unappliedOf,
} from './payment.state.decider.js';

const fact = factsOf<PaymentFacts>();

/** What is allocated, taken back, and what invoices answered to it. */
export const allocating: Decides<
  'AllocatePayment' | 'UndoAllocation' | 'UndoAllocations' | 'RecordPaymentAnswers'
> = {
  AllocatePayment({ allocations, on }, { own }, { today, id, partId, policy, references }) {
    const payment = mustBeReceived(own, id);
    const { currency, countsOn } = payment;
    if (on !== undefined) notInFuture(on, today, '/on');
    const meant = meantFor(allocations, references, currency, { policy, receivedOn: countsOn, on });
    const { parts, requestedOn, asked } = askedOf(payment, meant, allocations, { on, partId });
    const [reason, { subject }] = [reasonOf(allocations), references];
    return [
      fact('AllocationRequested', {
        ...{ paymentId: id, currency, receivedOn: countsOn, requestedOn, allocations: parts },
        unapplied: unappliedOf(payment).minus(asked).toString(),
        ...(reason !== undefined && subject !== undefined && { personal: { subject, reason } }),
      }),
    ];
  },

  UndoAllocation({ allocationId, amount, reason }, { own }, { id, partId, references: { subject } }) {
    const payment = mustBeReceived(own, id);
    const part = allocationOf(payment, allocationId);
    const asked =
      amount === undefined
        ? Money.of(part.left, payment.currency)
        : positiveAmountIn(payment.currency, amount, '/amount');
    mustBeApplied(payment, part, asked);
    return [undone(payment, id, [{ undoId: partId(), part, amount: asked.toString() }], { subject, reason })];
  },

  UndoAllocations({ reason }, { own }, { id, partId, references: { subject } }) {
    const payment = mustBeReceived(own, id);
    mustBeAnswered(payment);
    const parts = appliedParts(payment);
    if (parts.length === 0)
      throw Rejection.conflict(
        'more-than-applied',
        'Nothing of the payment is applied: nothing is to be undone.',
      );
    const undos = parts.map((part, i) => ({ undoId: partId(i), part, amount: part.left }));
    return [undone(payment, id, undos, { subject, reason })];
  },

  RecordPaymentAnswers({ answers }, { own }, { id: paymentId }) {
    const payment = mustBeReceived(own, paymentId);
    const { currency } = payment;
    let unapplied = unappliedOf(payment);
    return answers.flatMap((answer) => {
      if ('requested' in answer) {
        const { invoiceId, ...said } = answer;
        const part = waitedFor(payment.pending, said.allocationId) ?? waitedFor(payment.pending, invoiceId);
        if (!part) return [];
        unapplied = unapplied
          .plus(Money.of(said.requested, currency))
          .minus(Money.of(said.applied, currency));
        const { invoice } = part;
        const named = { paymentId, currency, unapplied: unapplied.toString() };
        return [fact('AllocationAnswered', { ...named, ...said, invoice })];
      }
      const { undoId, returnId, refundId, allocationId, reopenedOn } = answer;
      const taken = waitedFor(payment.takenBack, undoId ?? `${returnId ?? refundId} ${allocationId}`);
      if (!taken) return [];
      if (undoId !== undefined) unapplied = unapplied.plus(Money.of(taken.amount, currency));
      const { invoice } = partOf(payment, allocationId)!;
      return [
        fact('AllocationUndone', {
          ...{
            paymentId,
            currency,
            unapplied: unapplied.toString(),
            undoId,
            returnId,
            refundId,
            allocationId,
          },
          ...{ invoice, amount: taken.amount, reopenedOn },
        }),
      ];
    });
  },
};

/** @throws Rejection `allocation-not-found`, `allocation-pending` */
export function allocationOf(payment: Payment, allocationId: string): Part {
  const part = partOf(payment, allocationId);
  if (part) return part;
  if (payment.pending) mustBeAnswered(payment);
  throw Rejection.notFound('allocation-not-found', `There is no allocation ${allocationId} of it.`);
}

/** @throws Rejection `more-than-applied` */
export function mustBeApplied({ currency }: Payment, { left }: Part, asked: Money): void {
  const applied = Money.of(left, currency);
  if (applied.isPositive && !applied.minus(asked).isNegative) return;
  throw Rejection.conflict(
    'more-than-applied',
    `Of this allocation ${left} ${currency} are applied: at most that can be taken back.`,
  );
}

function undone(
  payment: Payment,
  paymentId: string,
  undos: readonly { undoId: string; part: Part; amount: string }[],
  personal: { subject: string; reason: string },
) {
  return fact('AllocationUndoRequested', {
    ...{ paymentId, currency: payment.currency, unapplied: unappliedOf(payment).toString() },
    undos: undos.map(({ undoId, part, amount }) => ({
      ...{ undoId, allocationId: part.allocationId, ...part.invoice, customerId: part.customerId },
      ...{ payerId: partyNow(payment, part.payerId), amount, instalment: part.instalment },
      appliedOn: part.appliedOn,
    })),
    personal,
  });
}
