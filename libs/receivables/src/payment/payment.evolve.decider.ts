import { type Evolve, Money } from '@quittance/kernel';
import { alsoFor, noMoreFor, waitedFor } from '../asking/waited-for.decider.js';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { GivenBack, LaterAllocation, PartOf, PaymentFacts } from './payment.events.js';
import { move, type Part, partOf, type Payment, type TakenBack } from './payment.state.decider.js';

type Asked = Omit<Part, 'left' | 'appliedOn' | 'before' | 'nth'>;

const minus = (amount: string, currency: string): Money => Money.of(amount, currency).negated();
const sum = (amounts: readonly string[], currency: string): Money =>
  Money.sum(
    amounts.map((amount) => Money.of(amount, currency)),
    currency,
  );

/** Meant for invoices, each known by its id; of those named when it was recorded, by the invoice until that has answered. */
function ask(own: Payment, asked: readonly (readonly [key: string, part: Asked])[]): Payment {
  let { pending } = own;
  const zero = Money.zero(own.currency).toString();
  const taken = asked.reduce((before, [key, part], i) => {
    pending = alsoFor(pending, key, { ...part, nth: own.asked + i, left: zero, appliedOn: '' });
    return move(before, part.payerId, part.requestedOn, minus(part.requested, own.currency));
  }, own);
  return { ...taken, pending, asked: own.asked + asked.length };
}

const askLater = (own: Payment, allocations: readonly LaterAllocation[]): Payment =>
  ask(
    own,
    allocations.map(({ invoiceId, number, amount, ...part }) => [
      part.allocationId,
      { ...part, invoice: { invoiceId, number }, requested: amount },
    ]),
  );

function received(data: PaymentFacts['PaymentReceived']): Payment {
  const { amount, currency, receivedOn, payerId, method, customerId, opening, allocations, personal } = data;
  const countsOn = opening?.on ?? receivedOn;
  const bare: Payment = {
    recorded: {
      ...{ amount, currency, receivedOn, payerId, method, opening },
      allocations: allocations.map(({ invoiceId, amount: part, instalment }) => ({
        ...{ invoiceId, amount: part, instalment },
      })),
    },
    ...{ currency, countsOn, payer: customerId, payerKnown: payerId !== undefined, free: {}, asked: 0 },
    ...{ refunds: {}, returns: {}, returnsKnown: {} },
    allocated: Money.zero(currency).toString(),
    subject: personal?.subject,
  };
  return ask(
    move(bare, customerId, countsOn, Money.of(amount, currency)),
    allocations.map(({ invoiceId, number, customerId: of, amount: requested, recovery, instalment }) => [
      invoiceId,
      {
        ...{ allocationId: '', invoice: { invoiceId, number }, customerId: of, payerId: customerId },
        ...{ requested, requestedOn: countsOn, recovery, instalment },
      },
    ]),
  );
}

function answered(own: Payment, data: PaymentFacts['AllocationAnswered']): Payment {
  const { allocationId, invoice, applied, appliedOn } = data;
  const key = waitedFor(own.pending, allocationId) ? allocationId : invoice.invoiceId;
  const part = waitedFor(own.pending, key);
  if (!part) return own;
  const back = move(own, part.payerId, part.requestedOn, Money.of(data.requested, own.currency));
  return {
    ...move(back, part.payerId, appliedOn, minus(applied, own.currency)),
    pending: noMoreFor(own.pending, key),
    allocated: sum([own.allocated, applied], own.currency).toString(),
    parts: { ...part, allocationId, left: applied, appliedOn, before: own.parts },
  };
}

/** Invoices are asked to give it back: nothing else can be done with it from here on. */
function takeBack(
  own: Payment,
  from: readonly GivenBack[],
  asked: (part: GivenBack) => readonly [id: string, taken: TakenBack],
): Payment {
  const { currency } = own;
  let { takenBack, parts } = own;
  for (const each of from) {
    const [id, taken] = asked(each);
    takenBack = alsoFor(takenBack, id, taken);
    const part = partOf({ ...own, parts }, each.allocationId)!;
    const left = Money.of(part.left, currency).plus(minus(each.amount, currency)).toString();
    parts = { ...part, left, before: parts };
  }
  const allocated = Money.of(own.allocated, currency).minus(
    sum(
      from.map(({ amount }) => amount),
      currency,
    ),
  );
  return { ...own, takenBack, parts, allocated: allocated.toString() };
}

function givenBack(own: Payment, data: PaymentFacts['AllocationUndone']): Payment {
  const { undoId, returnId, refundId, allocationId, amount, reopenedOn } = data;
  const key = undoId ?? `${returnId ?? refundId} ${allocationId}`;
  const taken = waitedFor(own.takenBack, key);
  if (!taken) return own;
  const then = { ...own, takenBack: noMoreFor(own.takenBack, key) };
  const given = Money.of(amount, own.currency);
  if (taken.goneOn === undefined) {
    const free = move(then, taken.payerId, reopenedOn, given);
    // Until that day it was of the payer who was taken for it before.
    return then.before ? { ...free, rises: true } : free;
  }
  // Until the allocation counts, the money that is gone was free.
  if (reopenedOn === taken.goneOn) return then;
  const gone = move(then, taken.payerId, taken.goneOn, given.negated());
  return { ...move(gone, taken.payerId, reopenedOn, given), rises: true };
}

/** Money that is gone: of customers' free parts, and asked back from invoices. */
function goes(
  own: Payment,
  id: string,
  on: string,
  of: readonly PartOf[],
  from: readonly GivenBack[],
): Payment {
  const gone = of.reduce(
    (before, { customerId, amount }) => move(before, customerId, on, minus(amount, own.currency)),
    own,
  );
  const asked = takeBack(gone, from, ({ allocationId, payerId, amount }) => [
    `${id} ${allocationId}`,
    { payerId, amount, goneOn: on },
  ]);
  return { ...asked, used: true };
}

/** Money that came again, to whose it is. */
const comes = (own: Payment, on: string, to: readonly PartOf[]): Payment => ({
  ...to.reduce(
    (before, { customerId, amount }) => move(before, customerId, on, Money.of(amount, own.currency)),
    own,
  ),
  rises: true,
});

/** What of an amount was free before: the rest is asked back from invoices. */
function freePart(
  { currency }: Payment,
  { amount, customerId, from }: PaymentFacts['PaymentRefunded'],
): PartOf[] {
  const asked = sum(
    from.map((part) => part.amount),
    currency,
  );
  const free = Money.of(amount, currency).minus(asked);
  return free.isZero ? [] : [{ customerId, amount: free.toString() }];
}

const steps: Evolve<Payment | null, PaymentFacts & ErasureFacts> = {
  PaymentReceived: (_own, data) => received(data),
  AllocationRequested: (own, { allocations }) => own && askLater(own, allocations),
  AllocationAnswered: (own, data) => own && answered(own, data),
  AllocationUndoRequested: (own, { undos }) => {
    if (!own) return own;
    const ids = new Map(undos.map((undo) => [undo.allocationId, undo]));
    return takeBack(own, undos, ({ allocationId, payerId, amount }) => {
      const { undoId, appliedOn } = ids.get(allocationId)!;
      return [undoId, { payerId, amount, appliedOn }];
    });
  },
  AllocationUndone: (own, data) => own && givenBack(own, data),
  PaymentCancelled: (own, { customerId, amount, cancelledOn, released }) =>
    own && { ...move(own, customerId, cancelledOn, minus(amount, own.currency)), cancelled: true, released },
  PayerIdentified: (own, { previousCustomerId: party, customerId, amount, identifiedOn }) => {
    if (!own) return own;
    const moved = Money.of(amount, own.currency);
    const from = move(own, party, identifiedOn, moved.negated());
    const named = { payer: customerId, payerKnown: true, before: { party } };
    return { ...move(from, customerId, identifiedOn, moved), ...named };
  },
  UnappliedTransferred: (own, { fromCustomerId, customerId, amount, transferredOn }) => {
    if (!own) return own;
    const from = move(own, fromCustomerId, transferredOn, minus(amount, own.currency));
    return { ...comes(from, transferredOn, [{ customerId, amount }]), used: true };
  },
  PaymentRefunded: (own, data) => {
    if (!own) return own;
    const { refundId, amount, refundedOn: on, from } = data;
    const free = freePart(own, data);
    const to = [
      ...free,
      ...from.map(({ payerId: customerId, amount: part }) => ({ customerId, amount: part })),
    ];
    const refunds = { ...own.refunds, [refundId]: { on, amount, to } };
    return { ...goes(own, refundId, on, free, from), refunds };
  },
  RefundReversed: (own, { refundId, to, reversedOn }) =>
    own && {
      ...comes(own, reversedOn, to),
      refunds: { ...own.refunds, [refundId]: { ...own.refunds[refundId]!, reversed: true } },
    },
  PaymentReturned: (own, { returnId, amount, returnedOn: on, fromUnapplied: to, from, externalId }) =>
    own && {
      ...goes(own, returnId, on, to, from),
      returns: { ...own.returns, [returnId]: { on, amount, to, from } },
      ...(externalId !== undefined && { returnsKnown: { ...own.returnsKnown, [externalId]: returnId } }),
    },
  ReturnReversed: (own, { returnId, to, allocations, reversedOn }) => {
    if (!own) return own;
    const again = allocations.map(({ payerId: customerId, amount }) => ({ customerId, amount }));
    return {
      ...askLater(comes(own, reversedOn, [...to, ...again]), allocations),
      returns: { ...own.returns, [returnId]: { ...own.returns[returnId]!, reversed: true } },
    };
  },
  PersonalDataErased: (own) => own && { ...own, erased: true },
};

type Step = (own: Payment | null, data: { personal?: { subject: string } }) => Payment | null;

/** How each fact changes it. What is said of people in any of them is sealed under one key. */
export const paymentEvolve = Object.fromEntries(
  Object.entries(steps as unknown as Record<string, Step>).map(([type, step]): [string, Step] => [
    type,
    (before, data) => {
      const own = step(before, data);
      return own && data.personal && !own.subject ? { ...own, subject: data.personal.subject } : own;
    },
  ]),
) as unknown as typeof steps;
