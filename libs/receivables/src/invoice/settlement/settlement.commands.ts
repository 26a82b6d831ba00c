import { CommandMessage } from '@quittance/event-store';
import type { Personal } from '../../personal.js';
import type { Difference } from '../../adjustment/adjustment.stream.js';

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
  /** The instalment that it fills first. */
  instalment?: number;
  /** It comes for what was written off. */
  recovery?: true;
  /** What the payer kept back, accepted with the money. */
  differences?: Difference[];
}

/** What every request to give cash back says. */
abstract class GiveBack extends CommandMessage {
  invoiceId!: string;
  paymentId!: string;
  allocationId!: string;
  /** Whose money it is from then on; null when unknown. */
  payerId!: string | null;
  amount!: string;
}

/** Internal: a payment takes back what was allocated by mistake. */
export class UndoApplied extends GiveBack {
  undoId!: string;
  /** The reason as the payment keeps it: sealed. */
  personal!: Personal<{ reason: string }>;
}

/** Internal: money of a payment that was applied was returned by the bank, or paid out. */
export class ReturnApplied extends GiveBack {
  /** One of these. */
  returnId?: string;
  refundId?: string;
  /** Bank date, from which the money is gone. */
  returnedOn!: string;
}
