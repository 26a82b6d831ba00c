import type { Difference } from '../adjustment/adjustment.stream.js';
import type { Personal } from '../personal.js';

export interface RequestedAllocation {
  invoiceId: string;
  /** The invoice's customer, as read when it was asked for. */
  customerId: string;
  number: string;
  amount: string;
  /** It fills this one first, from 1. */
  instalment?: number;
  /** It comes for what was written off. */
  recovery?: true;
  /** What the payer kept back, accepted with the money. */
  differences?: Difference[];
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

/** A customer's part of an amount; null: of nobody known. */
export interface PartOf {
  customerId: string | null;
  amount: string;
}

/** What an invoice is asked to give back of an allocation. */
export interface GivenBack {
  allocationId: string;
  invoiceId: string;
  number: string;
  customerId: string;
  /** Whose part of the payment it is. */
  payerId: string | null;
  amount: string;
  /** The instalment that it was named for, which the same invoice is asked for again when a return is won. */
  instalment?: number;
}

/** Why a proposal was made: by which rule, of how many points of 100, and at which position the tables stood. */
export interface FollowedProposal {
  rule: string;
  score: number;
  judgedAt: string;
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
    /** Money on account that was taken over from elsewhere: it counts from this day. */
    opening?: { on: string };
    allocations: RequestedAllocation[];
    /** `reason`: why differences were accepted. */
    personal?: Personal<{ reference: string; payerAccount: string; reason: string }>;
  };
  /** More of it is meant for invoices; each of them answers. */
  AllocationRequested: Named & {
    /** The day of the money, which the invoices are told. */
    receivedOn: string;
    /** From when it counts at the earliest: the money's date, or a later day that was given. */
    requestedOn: string;
    allocations: LaterAllocation[];
    /** The proposal that a person accepted; left out: they chose themselves. */
    proposal?: FollowedProposal;
    /** Why differences were accepted. */
    personal?: Personal<{ reason: string }>;
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
  /** Allocated by mistake: the invoices are asked to give it back. */
  AllocationUndoRequested: Named & {
    undos: (GivenBack & { undoId: string; appliedOn: string })[];
    personal: Personal<{ reason: string }>;
  };
  /** The invoice gave it back: of an undo it is free again from here on. */
  AllocationUndone: Named & {
    /** What it was asked for by: one of these. */
    undoId?: string;
    returnId?: string;
    refundId?: string;
    allocationId: string;
    invoice: NamedInvoice;
    amount: string;
    /** From when it counts that the invoice is open again. */
    reopenedOn: string;
  };
  /** Recorded by mistake: all of it, as if it had never been. */
  PaymentCancelled: Named & {
    amount: string;
    customerId: string | null;
    /** The day of the money. */
    cancelledOn: string;
    opening?: true;
    /** Its external id may be recorded again. */
    released?: true;
    personal: Personal<{ reason: string }>;
  };
  /** Who paid, when that was not known: from the day of the money on. */
  PayerIdentified: Named & {
    previousCustomerId: string | null;
    customerId: string;
    /** What of it settled nothing. */
    amount: string;
    identifiedOn: string;
    personal: Personal<{ reason: string }>;
  };
  /** Money that settles nothing is another customer's from a day on. */
  UnappliedTransferred: Named & {
    transferId: string;
    fromCustomerId: string | null;
    customerId: string;
    amount: string;
    transferredOn: string;
    personal: Personal<{ reason: string }>;
  };
  /** Paid out: of what was free, and of what invoices are asked to give back for it. */
  PaymentRefunded: Named & {
    refundId: string;
    amount: string;
    /** Whose free part it is taken from. */
    customerId: string | null;
    from: GivenBack[];
    refundedOn: string;
    method?: string;
    personal: Personal<{ reason: string; reference: string }>;
  };
  /** The money of a refund came back, or never went. */
  RefundReversed: Named & {
    refundId: string;
    amount: string;
    to: PartOf[];
    reversedOn: string;
    personal: Personal<{ reason: string }>;
  };
  /** The bank, or the holder of a card, took it back: from what is free, then from invoices, the last allocated first. */
  PaymentReturned: Named & {
    returnId: string;
    amount: string;
    /** Whose part it is where nothing else is said: below zero, when there is not enough. */
    customerId: string | null;
    fromUnapplied: PartOf[];
    from: GivenBack[];
    returnedOn: string;
    /** Why, in kebab case: chargeback, or a return code of ISO 20022. */
    code: string;
    externalId?: string;
    personal?: Personal<{ reason: string }>;
  };
  /** Won after all: it came in again, and the same invoices are asked once. */
  ReturnReversed: Named & {
    returnId: string;
    amount: string;
    customerId: string | null;
    to: PartOf[];
    allocations: LaterAllocation[];
    reversedOn: string;
    personal: Personal<{ reason: string }>;
  };
}
