import type { Personal } from '../personal.js';

export interface RequestedAllocation {
  invoiceId: string;
  /** The invoice's customer, as read when the payment was recorded. */
  customerId: string;
  number: string;
  amount: string;
}

/** Facts of `payment-<uuid>`. What became of each allocation is said by the invoices' facts. */
export interface PaymentFacts {
  PaymentReceived: {
    paymentId: string;
    amount: string;
    currency: string;
    receivedOn: string;
    method?: string;
    /** Who paid, as stated: a customer. */
    payerId?: string;
    /** The customer whose money it is while unapplied: the payer, else the first allocated invoice's; null unknown. */
    customerId: string | null;
    source?: string;
    externalId?: string;
    allocations: RequestedAllocation[];
    personal?: Personal<{ reference: string }>;
  };
}
