/**
 * How they name the invoice, the payment and its part. `requestedOn`: from when it was meant for the invoice, and pending until
 * the invoice answered.
 */
type Asked = Record<'invoiceId' | 'number' | 'customerId' | 'paymentId' | 'allocationId', string> &
  Record<'currency' | 'requested' | 'receivedOn' | 'requestedOn', string> & { payerId: string | null };

/** What settles an invoice, as the invoice itself says. */
export interface SettlementFacts {
  /** The invoice took `applied` of the `requested` part of a payment; the rest stays unapplied with the payer. */
  PaymentApplied: Asked & {
    applied: string;
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
}
