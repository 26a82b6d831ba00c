import {
  factsOf,
  Money,
  notInFuture,
  positiveAmountIn,
  Rejection,
  type Slice,
  wrong,
} from '@quittance/kernel';
import type { Issued } from '../invoice/invoice.stream.js';
import type {
  ApplyCreditNote,
  CancelCreditNote,
  IssueCreditNote,
  RefundCreditNote,
  ReverseCreditRefund,
  UndoApplication,
} from './credit-note.commands.js';
import type { CreditNoteFacts } from './credit-note.events.js';
import {
  applicationOf,
  type CreditNote,
  creditNoteEvolve,
  inUse,
  mustBeIssued,
  mustNotUphold,
  named,
  type Upheld,
} from './credit-note.state.decider.js';
import type { FinishCreditNote, RecordCreditAnswers } from './credit.commands.js';
import {
  applicationsOf,
  issuedCreditNote,
  type IssueCreditReferences,
} from './issued-credit-note.decider.js';
import { freeFrom, mustBeFree } from './what-is-left.decider.js';

interface Subject {
  /** The customer's stream, whose key seals what is said about people. */
  customerSubject: string;
}

export interface CreditNoteSlice {
  name: 'creditNote';
  commands: {
    IssueCreditNote: IssueCreditNote;
    ApplyCreditNote: ApplyCreditNote;
    UndoApplication: UndoApplication;
    RefundCreditNote: RefundCreditNote;
    ReverseCreditRefund: ReverseCreditRefund;
    CancelCreditNote: CancelCreditNote;
    RecordCreditAnswers: RecordCreditAnswers;
    FinishCreditNote: FinishCreditNote;
  };
  facts: CreditNoteFacts;
  own: CreditNote | null;
  references: {
    IssueCreditNote: IssueCreditReferences;
    ApplyCreditNote: { invoices: readonly (Issued | undefined)[] };
    UndoApplication: Subject & { upheld: readonly Upheld[] };
    RefundCreditNote: Subject;
    ReverseCreditRefund: Subject;
    CancelCreditNote: Subject;
  };
}

const fact = factsOf<CreditNoteFacts>();

/** What we owe a customer for what was invoiced. What is left of it is decided here and nowhere else. */
export const creditNote: Slice<CreditNoteSlice> = {
  name: 'creditNote',
  initial: null,
  decide: {
    IssueCreditNote(command, { own }, context) {
      if (own)
        throw Rejection.conflict('number-taken', `Credit note ${command.number} was issued before.`).offering(
          { number: command.number },
          { action: 'other-number' },
        );
      return [fact('CreditNoteIssued', issuedCreditNote(command, context))];
    },

    ApplyCreditNote({ applications, on }, { own }, { today, id, partId, references: { invoices } }) {
      const note = mustBeIssued(own, id);
      const { currency, countsOn } = note;
      if (on !== undefined) notInFuture(on, today, '/on');
      const parts = applicationsOf(applications, invoices, note, partId);
      const asked = sumOf(parts, currency);
      // Without a day it counts from when the money is there: what was paid out and came back is so later.
      const since = on ?? freeFrom(note, asked, countsOn) ?? countsOn;
      const requestedOn = since > countsOn ? since : countsOn;
      mustBeFree(note, asked, requestedOn);
      return [fact('CreditRequested', { ...named(note, id), requestedOn, applications: parts })];
    },

    UndoApplication({ applicationId, amount, reason }, { own }, { id, partId, references }) {
      const note = mustBeIssued(own, id);
      const part = applicationOf(note, applicationId);
      const { invoice, appliedOn } = part;
      const left = Money.of(part.left, note.currency);
      const asked = amount === undefined ? left : positiveAmountIn(note.currency, amount, '/amount');
      if (!left.isPositive || left.minus(asked).isNegative) {
        throw Rejection.conflict(
          'more-than-applied',
          `Of this application ${left.toString()} ${note.currency} are applied: at most that can be undone.`,
        );
      }
      mustNotUphold(note, part, asked, references.upheld);
      return [
        fact('CreditUndoRequested', {
          ...named(note, id),
          undoId: partId(),
          applicationId,
          invoice,
          amount: asked.toString(),
          appliedOn,
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },

    RefundCreditNote(command, { own }, { today, id, partId, references: { customerSubject } }) {
      const note = mustBeIssued(own, id);
      const { refundedOn = today, method, reference, reason } = command;
      const amount = positiveAmountIn(note.currency, command.amount, '/amount');
      since(note.countsOn, notInFuture(refundedOn, today, '/refundedOn'), '/refundedOn');
      mustBeFree(note, amount, refundedOn);
      return [
        fact('CreditNoteRefunded', {
          ...named(note, id),
          refundId: partId(),
          amount: amount.toString(),
          refundedOn,
          method,
          personal: { subject: customerSubject, reason, reference },
        }),
      ];
    },

    ReverseCreditRefund(command, { own }, { today, id, references: { customerSubject } }) {
      const note = mustBeIssued(own, id);
      const { refundId, on = today, reason } = command;
      const refund = note.refunds[refundId];
      if (!refund) throw Rejection.notFound('refund-not-found', `There is no refund ${refundId} of it.`);
      if (refund.back !== undefined) throw Rejection.conflict('reversed', 'The refund was reversed before.');
      since(refund.on, notInFuture(on, today, '/on'), '/on');
      return [
        fact('CreditNoteRefundReversed', {
          ...named(note, id),
          refundId,
          amount: refund.amount,
          reversedOn: on,
          personal: { subject: customerSubject, reason },
        }),
      ];
    },

    CancelCreditNote({ reason }, { own }, { id, references: { customerSubject } }) {
      const note = mustBeIssued(own, id);
      if (note.cancelled) return [];
      if (inUse(note)) {
        throw Rejection.conflict(
          'in-use',
          'Something of it was applied or refunded: undo and refund what is left, or issue an invoice against it.',
        );
      }
      return [
        fact('CreditNoteCancelled', {
          ...named(note, id),
          amount: note.total,
          cancelledOn: note.countsOn,
          opening: note.opening,
          personal: { subject: customerSubject, reason },
        }),
      ];
    },

    RecordCreditAnswers({ answers }, { own }, { id }) {
      const note = mustBeIssued(own, id);
      return answers.flatMap((answer) => {
        if ('undoId' in answer) {
          const undo = note.takenBack[answer.undoId];
          return undo
            ? [fact('CreditUndoAnswered', { ...named(note, id), ...undo, undoId: answer.undoId })]
            : [];
        }
        const { applicationId } = answer;
        const part = note.parts[applicationId];
        if (!part?.pending) return [];
        return [fact('CreditAnswered', { ...named(note, id), ...answer, invoice: part.invoice })];
      });
    },

    // What it does is asked for by its answer (finish-credit-note.ts).
    FinishCreditNote(_command, { own }, { id }) {
      mustBeIssued(own, id);
      return [];
    },
  },

  evolve: creditNoteEvolve,
};

const sumOf = (parts: readonly { amount: string }[], currency: string): Money =>
  Money.sum(
    parts.map(({ amount }) => Money.of(amount, currency)),
    currency,
  );

/** Nothing counts before what it belongs to (422, rule `not-before`). */
function since(first: string, date: string, field: string): void {
  if (date < first) throw wrong(field, 'not-before', date, `not before ${first}`);
}
