import { Money } from '@quittance/kernel';
import { type ControlsOf, moved } from '../ledger/control.js';
import type { CreditNoteFacts } from './credit-note.events.js';
import type { creditNotePostings } from './credit-note.postings.js';
import type { CreditFacts } from './credit.events.js';

/** A credit note takes from what its customer owes, until it is paid out or cancelled; an application takes nothing. */
export const creditNoteControl: ControlsOf<CreditNoteFacts & CreditFacts, typeof creditNotePostings> = {
  CreditNoteIssued: {
    adds: ({ customerId: party, currency, total, issuedOn, opening }) => [
      { party, amount: Money.of(total, currency).negated(), on: opening?.on ?? issuedOn },
    ],
  },
  CreditNoteRefunded: {
    adds: ({ customerId: party, currency, amount, refundedOn: on }) => [
      { party, amount: Money.of(amount, currency), on },
    ],
  },
  CreditNoteRefundReversed: {
    adds: ({ customerId: party, currency, amount, reversedOn: on }) => [
      { party, amount: Money.of(amount, currency).negated(), on },
    ],
  },
  CreditNoteCancelled: {
    adds: ({ customerId: party, currency, amount, cancelledOn: on }) => [
      { party, amount: Money.of(amount, currency), on },
    ],
  },
  // Whoever follows the invoice up has it in their row from then on.
  CreditApplied: {
    moves: ({ invoiceId: invoice, customerId: party, currency, applied, appliedOn: on }) =>
      moved(Money.of(applied, currency), { party }, { party, invoice }, on),
  },
  CreditUndone: {
    moves: ({ invoiceId: invoice, customerId: party, currency, amount, appliedOn: on }) =>
      moved(Money.of(amount, currency), { party, invoice }, { party }, on),
  },
};
