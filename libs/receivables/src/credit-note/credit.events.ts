import type { Personal } from '../personal.js';

/** How they name the invoice, the credit note and the application. */
type Asked = Record<
  'invoiceId' | 'number' | 'customerId' | 'creditNoteId' | 'creditNumber' | 'applicationId' | 'currency',
  string
>;

/** What an invoice says of credit notes, in its own stream. */
export interface CreditFacts {
  /** The invoice took `applied` of the `requested` part of a credit note; the rest stays on account. */
  CreditApplied: Asked & {
    requested: string;
    applied: string;
    /** The instalment that was named, from 1. */
    instalment?: number;
    /** Open after it. */
    open: string;
    /** From when it counts: the later of the day that was asked for and the issue. */
    appliedOn: string;
  };
  /** The invoice could take nothing. */
  CreditRefused: Asked & {
    requested: string;
    /** Why, in kebab case: `nothing-open`. */
    code: string;
    requestedOn: string;
  };
  /** What was applied by mistake is open again, from the day it had counted from. */
  CreditUndone: Asked & {
    undoId: string;
    amount: string;
    /** The instalment that was named, from 1. */
    instalment?: number;
    /** Open after it. */
    open: string;
    /** The day of what it undoes. */
    appliedOn: string;
    personal: Personal<{ reason: string }>;
  };
}
