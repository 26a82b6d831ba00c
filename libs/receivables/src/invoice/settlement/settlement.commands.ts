import { CommandMessage } from '@quittance/event-store';

/** Internal: a recorded payment asks the invoice to take its part. Derived from the payment's fact alone. */
export class SettleInvoice extends CommandMessage {
  invoiceId!: string;
  paymentId!: string;
  allocationId!: string;
  /** The customer whose money it is; null when unknown. */
  payerId!: string | null;
  requested!: string;
  currency!: string;
  receivedOn!: string;
  /** From when it is meant for the invoice; left out: from the day on which it was received. */
  requestedOn?: string;
}
