import type { Personal } from '../personal.js';

/** How the facts of a document name it. */
type Named = Record<'invoiceId' | 'number' | 'customerId', string>;

/** What became of the invoice as a document, facts of `invoice-<uuid>`. */
export interface DocumentFacts {
  /** The invoice left the house. */
  InvoiceSent: Named & {
    channel: Channel;
    /** The day it counts from. */
    sentOn: string;
    personal?: Personal<{ to: string }>;
  };
  /** The invoice should not have been: nothing of it is owed. */
  InvoiceVoided: Named & {
    currency: string;
    /** What it was issued over, with exactly the currency's decimals. */
    total: string;
    /** The day it counts from. */
    voidedOn: string;
    personal: Personal<{ reason: string }>;
  };
}

export type Channel = 'mail' | 'post' | 'portal' | 'edi' | 'other';
