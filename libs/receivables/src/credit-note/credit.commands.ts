import { CommandMessage } from '@quittance/event-store';
import type { CreditNoteFacts } from './credit-note.events.js';

// Sent by Quittance itself: between a credit note and the invoices that it settles.

/** A credit note asks the invoice to take its part. Derived from the credit note's fact alone. */
export class ApplyCredit extends CommandMessage {
  invoiceId!: string;
  creditNoteId!: string;
  creditNumber!: string;
  applicationId!: string;
  requested!: string;
  currency!: string;
  /** From when it counts at the earliest. */
  requestedOn!: string;
  /** The instalment that it fills first. */
  instalment?: number;
}

/** A credit note asks the invoice to give back what it took by mistake. */
export class UndoCredit extends CommandMessage {
  invoiceId!: string;
  creditNoteId!: string;
  creditNumber!: string;
  applicationId!: string;
  undoId!: string;
  amount!: string;
  /** The reason as the credit note keeps it: sealed. */
  personal!: CreditNoteFacts['CreditUndoRequested']['personal'];
}

/** What an invoice answered. Those that the credit note has already are nothing to do. */
export type CreditAnswer =
  | { applicationId: string; requested: string; applied: string; code?: string; appliedOn: string }
  | { undoId: string };

/** The invoices' answers, for the credit note's own stream. */
export class RecordCreditAnswers extends CommandMessage {
  creditNoteId!: string;
  answers!: CreditAnswer[];
}

/** Asks again what a crash left without an answer; does nothing to a credit note that waits for none. */
export class FinishCreditNote extends CommandMessage {
  creditNoteId!: string;
}
