import type { Personal } from '../personal.js';
import type { PaymentTerms } from './payment.terms.js';

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

/** Facts of `invoice-<uuid>`. Amounts are texts with exactly the currency's decimals. */
export interface InvoiceFacts {
  InvoiceIssued: {
    invoiceId: string;
    number: string;
    customerId: string;
    issuedOn: string;
    /** The contractual due date. */
    dueOn: string;
    terms?: PaymentTerms;
    currency: string;
    total: string;
    net?: string;
    vat?: string;
    lines?: InvoiceLine[];
    ownerId: string;
    work?: Work;
    personal?: Personal<{ notes: string; approvedBy: string }>;
  };
  ExtensionGranted: {
    invoiceId: string;
    number: string;
    customerId: string;
    /** The contractual due date, kept beside the agreed one. */
    dueOn: string;
    /** The agreed due date in force before. */
    previousDueOn: string;
    agreedDueOn: string;
    /** The day it counts from. */
    grantedOn: string;
    personal: Personal<{ reason: string }>;
  };
  OwnerAssigned: {
    invoiceId: string;
    number: string;
    customerId: string;
    previousOwnerId: string;
    ownerId: string;
    assignedOn: string;
    personal: Personal<{ reason: string }>;
  };
  /** The invoice took `applied` of the `requested` part of a payment; the rest stays unapplied with the payer. */
  PaymentApplied: {
    invoiceId: string;
    number: string;
    customerId: string;
    paymentId: string;
    payerId: string | null;
    currency: string;
    requested: string;
    applied: string;
    /** Open after it. */
    open: string;
    receivedOn: string;
    /** The later of receivedOn and issuedOn: from then the allocation counts. */
    appliedOn: string;
  };
  /** The invoice could take nothing: all that was requested stays unapplied with the payer. */
  AllocationRefused: {
    invoiceId: string;
    number: string;
    customerId: string;
    paymentId: string;
    payerId: string | null;
    currency: string;
    requested: string;
    /** Why, in kebab case: `nothing-open`. */
    code: string;
    receivedOn: string;
  };
}
