import {
  type FactOf,
  factsOf,
  Money,
  notInFuture,
  positiveAmountIn,
  Rejection,
  type Slice,
  wrong,
} from '@quittance/kernel';
import {
  type Issued,
  mustBeIssued,
  named,
  openOn,
  type SeesIssue,
  type SeesSettlement,
  sinceIssue,
  takenFrom,
} from '../invoice/invoice.stream.js';
import { type Person, unknownPerson } from '../person/person.stream.js';
import type { RaiseDispute, ResolveDispute } from './dispute.commands.js';
import type { DisputeFacts } from './dispute.events.js';
import { type Dispute, type Disputes, heldUp, mostDisputed, upheldBy } from './dispute.state.decider.js';

export interface DisputeSlice {
  name: 'dispute';
  commands: { RaiseDispute: RaiseDispute; ResolveDispute: ResolveDispute };
  facts: DisputeFacts;
  own: Disputes;
  sees: SeesIssue & SeesSettlement;
  /** The subject is the customer's stream, whose key seals what is said about people. `undefined`: there is no such person. */
  references: {
    RaiseDispute: { customerSubject: string; owner: Person | undefined };
    ResolveDispute: { customerSubject: string; askedBack: readonly string[] };
  };
}

const fact = factsOf<DisputeFacts>();

/** What the customer says is not owed, until it is resolved. */
export const dispute: Slice<DisputeSlice> = {
  name: 'dispute',
  initial: [],
  decide: {
    RaiseDispute(command, { stream, own }, { today, id, partId, references: { customerSubject, owner } }) {
      const invoice = mustBeIssued(stream, id);
      const { reasonCode, reason, ownerId, answerBy, disputedOn = today } = command;
      const { currency } = invoice;
      sinceIssue(invoice, notInFuture(disputedOn, today, '/disputedOn'), '/disputedOn');
      if (answerBy !== undefined && answerBy < disputedOn)
        throw wrong('/answerBy', 'not-before-dispute', answerBy, `not before the dispute, ${disputedOn}`);
      const asked =
        command.amount === undefined ? undefined : positiveAmountIn(currency, command.amount, '/amount');
      if (ownerId !== undefined && !owner) throw unknownPerson('/ownerId', ownerId);
      const open = openOn(stream.settlement, currency, disputedOn);
      if (!open.isPositive)
        throw Rejection.conflict('already-settled', `Nothing was open on the invoice on ${disputedOn}.`);
      const before = mostDisputed(own, currency, disputedOn);
      const free = open.minus(before);
      const amount = asked ?? free;
      if (!free.isPositive || free.minus(amount).isNegative) {
        throw Rejection.conflict(
          'more-than-open',
          `On ${disputedOn} ${open.toString()} ${currency} were open, of which ${before.toString()} ${currency} are disputed already.`,
        ).offering(
          { open: open.toString(), disputed: before.toString(), currency, disputedOn },
          ...(free.isPositive ? [{ action: 'lower', amount: free.toString(), currency }] : []),
        );
      }
      return [
        fact('DisputeRaised', {
          ...named(invoice, id),
          disputeId: partId(),
          currency,
          amount: amount.toString(),
          reasonCode,
          ownerId,
          answerBy,
          disputedOn,
          personal: { subject: customerSubject, reason },
        }),
      ];
    },

    ResolveDispute(command, { stream, own }, { today, id, references }) {
      const invoice = mustBeIssued(stream, id);
      const { disputeId, outcome, reason, resolvedOn = today } = command;
      const of = own.find((each) => each.id === disputeId);
      if (!of)
        throw Rejection.notFound(
          'dispute-not-found',
          `Invoice ${invoice.number} has no dispute ${disputeId}.`,
        );
      notInFuture(resolvedOn, today, '/resolvedOn');
      if (resolvedOn < of.on)
        throw wrong('/resolvedOn', 'not-before-dispute', resolvedOn, `not before the dispute, ${of.on}`);
      for (const field of ['amount', 'creditNoteId'] as const)
        if (outcome !== 'upheld' && command[field] !== undefined)
          throw wrong(`/${field}`, 'only-upheld', command[field], 'left out unless the outcome is upheld');
      if (of.resolved)
        throw Rejection.conflict(
          'already-resolved',
          `The dispute was resolved on ${of.resolved.on}: ${of.resolved.outcome}.`,
        );
      const upheld = outcome === 'upheld' ? upheldOf(of, command, invoice) : undefined;
      if (upheld) mustBeCovered({ ...upheld, ...references, resolvedOn }, stream, own, invoice);
      return resolved({
        ...named(invoice, id),
        disputeId,
        currency: invoice.currency,
        disputed: of.amount,
        outcome,
        amount: upheld?.amount.toString(),
        creditNoteId: upheld && command.creditNoteId,
        resolvedOn,
        personal: { subject: references.customerSubject, reason },
      });
    },
  },
  evolve: {
    DisputeRaised: (own, { disputeId: id, disputedOn: on, amount }) => [...own, { id, on, amount }],
    DisputeResolved: (own, { disputeId, resolvedOn: on, outcome, amount, creditNoteId }) =>
      own.map((each) =>
        each.id === disputeId ? { ...each, resolved: { on, outcome, amount, creditNoteId } } : each,
      ),
  },
  holds: heldUp,
};

const resolved = (data: DisputeFacts['DisputeResolved']): FactOf<DisputeFacts>[] => [
  fact('DisputeResolved', data),
];

/** What is upheld: all that is disputed, or the part that was named. */
function upheldOf(of: Dispute, { amount, creditNoteId }: ResolveDispute, { currency }: Issued) {
  const disputed = positiveAmountIn(currency, of.amount, '/amount');
  const upheld = amount === undefined ? disputed : positiveAmountIn(currency, amount, '/amount');
  if (disputed.minus(upheld).isNegative)
    throw Rejection.conflict('more-than-disputed', `${of.amount} ${currency} are disputed.`);
  return { amount: upheld, creditNoteId };
}

/** What is upheld is not owed: a credit note must have taken it from the invoice by that day. */
function mustBeCovered(
  {
    amount,
    creditNoteId,
    askedBack,
    resolvedOn,
  }: ReturnType<typeof upheldOf> & {
    askedBack: readonly string[];
    resolvedOn: string;
  },
  { settlement }: SeesSettlement,
  own: Disputes,
  { number, currency }: Issued,
): void {
  const needs = (why: string): Rejection =>
    Rejection.conflict(
      'needs-credit-note',
      `${why}: apply a credit note over ${amount.toString()} ${currency} to invoice ${number} first, and name it.`,
    );
  if (creditNoteId === undefined) throw needs('No credit note is named');
  const applied = takenFrom(settlement, { kind: 'credit', source: creditNoteId }, currency, resolvedOn);
  const back = askedBack.reduce((sum, each) => sum.plus(Money.of(each, currency)), Money.zero(currency));
  const left = applied.minus(back).minus(upheldBy(own, creditNoteId, currency));
  if (left.minus(amount).isNegative) throw needs(`By ${resolvedOn} it covers ${left.toString()} ${currency}`);
}
