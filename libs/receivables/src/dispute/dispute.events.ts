import type { Personal } from '../personal.js';

export type DisputeOutcome = 'upheld' | 'rejected' | 'withdrawn';

/** Disputes, facts of `invoice-<uuid>`. Amounts are texts with exactly the currency's decimals. */
export interface DisputeFacts {
  /** The customer says that a part of the invoice, or all that was open of it, is not owed. */
  DisputeRaised: {
    invoiceId: string;
    number: string;
    customerId: string;
    disputeId: string;
    currency: string;
    amount: string;
    reasonCode: string;
    /** Who looks into it, where somebody is named. */
    ownerId?: string;
    /** By when the customer is to have an answer. */
    answerBy?: string;
    /** The day it counts from. */
    disputedOn: string;
    personal: Personal<{ reason: string }>;
  };
  /** The dispute is over. What was not upheld counts as rejected. */
  DisputeResolved: {
    invoiceId: string;
    number: string;
    customerId: string;
    disputeId: string;
    currency: string;
    /** What was disputed. */
    disputed: string;
    outcome: DisputeOutcome;
    /** What was upheld; only with that outcome. */
    amount?: string;
    /** The credit note that covers it. */
    creditNoteId?: string;
    /** The day it counts from: from then on nothing is disputed by it. */
    resolvedOn: string;
    personal: Personal<{ reason: string }>;
  };
}
