import type { Personal } from '../../personal.js';

/**
 * How they name the invoice, the payment and its part. `requestedOn`: from when it was meant for the invoice, and pending until
 * the invoice answered.
 */
type Asked = Record<'invoiceId' | 'number' | 'customerId' | 'paymentId' | 'allocationId', string> &
  Record<'currency' | 'requested' | 'receivedOn' | 'requestedOn', string> & { payerId: string | null };

/** What they say of cash that is given back. `open`: after it. */
type GivenBack = Record<'invoiceId' | 'number' | 'customerId' | 'paymentId' | 'allocationId', string> &
  Record<'currency' | 'amount' | 'open', string> & {
    payerId: string | null;
    /** The instalment that was named when it was taken, from 1. */
    instalment?: number;
  };

/** What settles an invoice, as the invoice itself says. */
export interface SettlementFacts {
  /** The invoice took `applied` of the `requested` part of a payment; the rest stays unapplied with the payer. */
  PaymentApplied: Asked & {
    applied: string;
    /** The instalment that was named, from 1: it fills that first. */
    instalment?: number;
    /** It took what was written off, which the facts before it in the same append reversed. */
    recovery?: true;
    /** Open after it. */
    open: string;
    /** From then it counts: the latest of receivedOn, requestedOn and issuedOn. */
    appliedOn: string;
  };
  /** The invoice could take nothing: all that was requested stays unapplied with the payer. */
  AllocationRefused: Asked & {
    /** Why, in kebab case: `nothing-open`. */
    code: string;
  };
  /** What was allocated by mistake is open again, from the day it had counted from. */
  ApplicationUndone: GivenBack & {
    undoId: string;
    /** The day of what it undoes. */
    appliedOn: string;
    personal: Personal<{ reason: string }>;
  };
  /** Money that the invoice took was returned by the bank, or paid out: it is open again. */
  ApplicationReturned: GivenBack & {
    /** One of these. */
    returnId?: string;
    refundId?: string;
    /** Bank date, from which the money is gone. */
    returnedOn: string;
    /** From when it is open again: the later of that day and the one from which the allocation counts. */
    reopenedOn: string;
  };
}
