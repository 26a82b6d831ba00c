import type { Personal } from '../personal.js';

export interface NamedInvoice {
  invoiceId: string;
  number: string;
}

/** A part of a credit note that is meant for one invoice. */
export interface RequestedApplication extends NamedInvoice {
  applicationId: string;
  amount: string;
  /** It fills this one first, from 1. */
  instalment?: number;
}

/** How every later fact of a credit note names it. */
type Named = Record<'creditNoteId' | 'creditNumber' | 'customerId' | 'currency', string>;

/** Facts of `credit-note-<uuid>`: what is left of it is decided by these alone. */
export interface CreditNoteFacts {
  CreditNoteIssued: {
    creditNoteId: string;
    creditNumber: string;
    customerId: string;
    issuedOn: string;
    currency: string;
    /** Including VAT. */
    total: string;
    net?: string;
    vat?: string;
    /** Why, in kebab case. */
    reasonCode: string;
    /** The invoices that it corrects: naming them moves no money. */
    corrects: NamedInvoice[];
    /** What it corrects, in words. */
    correctsText?: string;
    /** Taken over from elsewhere: what was left of it counts from this day. */
    opening?: { on: string };
    applications: RequestedApplication[];
    personal: Personal<{ reason: string }>;
  };
  /** More of it is meant for invoices; each of them answers. */
  CreditRequested: Named & {
    /** From when it counts at the earliest: the day of the credit note, or a later one that was given. */
    requestedOn: string;
    applications: RequestedApplication[];
  };
  /** What the invoice made of it. Money that it did not take is free again from here on. */
  CreditAnswered: Named & {
    applicationId: string;
    invoice: NamedInvoice;
    requested: string;
    applied: string;
    /** Why less was taken than was meant for it. */
    code?: string;
    /** From when it counts: of a refused one, that which was asked for. */
    appliedOn: string;
  };
  /** Applied by mistake: the invoice is asked to give it back. */
  CreditUndoRequested: Named & {
    undoId: string;
    applicationId: string;
    invoice: NamedInvoice;
    amount: string;
    /** The day of what it undoes. */
    appliedOn: string;
    personal: Personal<{ reason: string }>;
  };
  /** The invoice gave it back: free again from here on. */
  CreditUndoAnswered: Named & {
    undoId: string;
    applicationId: string;
    invoice: NamedInvoice;
    amount: string;
    appliedOn: string;
  };
  CreditNoteRefunded: Named & {
    refundId: string;
    amount: string;
    refundedOn: string;
    method?: string;
    personal: Personal<{ reason: string; reference: string }>;
  };
  /** The money came back, or never went. */
  CreditNoteRefundReversed: Named & {
    refundId: string;
    amount: string;
    reversedOn: string;
    personal: Personal<{ reason: string }>;
  };
  /** Issued by mistake: all of it, as if it had never been. */
  CreditNoteCancelled: Named & {
    amount: string;
    /** The day from which the credit note counted. */
    cancelledOn: string;
    opening?: true;
    personal: Personal<{ reason: string }>;
  };
}
