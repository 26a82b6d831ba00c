import type { Personal } from '../../personal.js';
import type { Instalment } from '../../terms/instalments.terms.js';
import type { PaymentTerms } from '../../terms/payment.terms.js';

export interface InvoiceLine {
  description?: string;
  quantity?: string;
  unitPrice?: string;
  net?: string;
  vatRate?: string;
  vat?: string;
  /** Including VAT, in the invoice's currency. */
  amount: string;
}

/** What the invoice is for. Who approved it is in the personal envelope. */
export interface Work {
  project?: string;
  milestone?: string;
  deliveredOn?: string;
}

/** How an invoice came to be. Amounts are texts with exactly the currency's decimals. */
export interface IssueFacts {
  InvoiceIssued: {
    invoiceId: string;
    number: string;
    customerId: string;
    issuedOn: string;
    /** The contractual due date; of an invoice in instalments that of the first. */
    dueOn: string;
    terms?: PaymentTerms;
    /** In order of date; they add up to the total. Numbered from 1. */
    instalments?: Instalment[];
    currency: string;
    total: string;
    net?: string;
    vat?: string;
    lines?: InvoiceLine[];
    /** It was taken over from elsewhere, and counts from this day. */
    opening?: { on: string; lastReminder?: string; remindersSent?: number };
    /** What had settled it by then. */
    settledBefore?: string;
    /** It brought its customer above their credit limit: what they owed with it, by the ledger at a position. */
    overLimit?: { limit: string; owed: string; judgedAt: string };
    ownerId: string;
    work?: Work;
    /** Taken over from elsewhere by the import: it was sent there, on the day of issue. */
    source?: 'import';
    personal?: Personal<{ notes: string; approvedBy: string }>;
  };
}

/** Roles that may take over what others kept. */
export const TAKING_OVER = ['importer', 'manager'];
