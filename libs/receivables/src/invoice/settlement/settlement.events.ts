/** What settles an invoice, as the invoice itself says. */
export interface SettlementFacts {
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
