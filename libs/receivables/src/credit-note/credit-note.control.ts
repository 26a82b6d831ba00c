import { Money } from '@quittance/kernel';
import { type ControlsOf, moved } from '../ledger/control.js';
import type { CreditNoteFacts } from './credit-note.events.js';
import type { creditNotePostings } from './credit-note.postings.js';
import type { CreditFacts } from './credit.events.js';

/** A credit note takes from what its customer owes, until it is paid out or cancelled; an application takes nothing. */
export const creditNoteControl: ControlsOf<CreditNoteFacts & CreditFacts, typeof creditNotePostings> = {
  CreditNoteIssued: {
    adds: [
      {
        field: 'total',
        sign: '-',
        to: ({ customerId: party, issuedOn, opening }) => ({ party, on: opening?.on ?? issuedOn }),
        document: {
          count: 'creditNotes',
          sum: 'credited',
          legs: { account: 'credit', kind: 'issued', turned: true },
        },
      },
    ],
  },
  CreditNoteRefunded: {
    adds: [{ field: 'amount', sign: '+', to: ({ customerId: party, refundedOn: on }) => ({ party, on }) }],
  },
  CreditNoteRefundReversed: {
    adds: [{ field: 'amount', sign: '-', to: ({ customerId: party, reversedOn: on }) => ({ party, on }) }],
  },
  CreditNoteCancelled: {
    adds: [{ field: 'amount', sign: '+', to: ({ customerId: party, cancelledOn: on }) => ({ party, on }) }],
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
