import type { Personal } from '../personal.js';

export interface RequestedAllocation {
  invoiceId: string;
  /** The invoice's customer, as read when it was asked for. */
  customerId: string;
  number: string;
  amount: string;
}

/** One that was asked for when the payment was there already. */
export interface LaterAllocation extends RequestedAllocation {
  allocationId: string;
  /** Whose part of the payment it takes; null: nobody known. */
  payerId: string | null;
  /** From when it is meant for the invoice: the later of the money's date, the day that was given, and the invoice's issue. */
  requestedOn: string;
}

export interface NamedInvoice {
  invoiceId: string;
  number: string;
}

/** How every later fact of a payment names it, and what of it settles nothing, and is meant for nothing, after the fact. */
type Named = Record<'paymentId' | 'currency' | 'unapplied', string>;

/** Facts of `payment-<uuid>`: what is free of it is decided by these alone. */
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
  /** More of it is meant for invoices; each of them answers. */
  AllocationRequested: Named & {
    /** The day of the money, which the invoices are told. */
    receivedOn: string;
    /** From when it counts at the earliest: the money's date, or a later day that was given. */
    requestedOn: string;
    allocations: LaterAllocation[];
  };
  /** What the invoice made of it. Money that it did not take is free again from here on. */
  AllocationAnswered: Named & {
    allocationId: string;
    invoice: NamedInvoice;
    requested: string;
    applied: string;
    /** Why less was taken than was meant for it. */
    code?: string;
    /** From when it counts: of a refused one, that which was asked for. */
    appliedOn: string;
  };
}
