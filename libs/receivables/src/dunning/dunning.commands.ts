import { CommandMessage } from '@quittance/event-store';

/**
 * Internal: chases one invoice for the business day `on`. What falls due is planned or escalated, what is
 * overtaken is skipped; a paid, unknown or not yet issued invoice, and a step already done, give nothing.
 */
export class ChaseInvoice extends CommandMessage {
  invoiceId!: string;
  /** The run's day, not in the future. It says which steps fell due; all else is as known now. */
  on!: string;
  /** Customers who may be one with the invoice's by a merge: what holds up the one holds up the other. */
  mergedWith?: readonly string[];
}
