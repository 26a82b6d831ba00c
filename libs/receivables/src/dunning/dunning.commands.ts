import { CommandMessage } from '@quittance/event-store';
import type { Policies } from '../policy/policy.stream.js';
import type { Holding } from './asked.decider.js';
import type { AskedOnce } from './asked-once.js';

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
  /** What is held of them, as the run read it; left out: nothing. What a mail asks is read again when it leaves. */
  holding?: Holding;
  /** The policies as they stood when the run began its page; left out: as they stand. */
  policies?: Policies;
  /** Mails to them came back: whether that was from the address they have now is looked up. */
  mayBounce?: boolean;
  /** False: no step of it was decided, as the run read it. */
  chased?: boolean;
  /** What the invoices of a page have in common is read once; left out: for each. */
  once?: AskedOnce;
}

export const STEP_OUTCOMES = ['sent', 'skipped', 'refused', 'bounced'] as const;

/**
 * Internal: what became of a step that was planned. Idempotent: a step that is not waiting for that outcome any more
 * stays as it is.
 */
export class RecordStep extends CommandMessage {
  invoiceId!: string;
  stepId!: string;
  outcome!: (typeof STEP_OUTCOMES)[number];
  mailId!: string;
  /** Of what was sent. */
  messageId?: string;
  /** Why it was skipped, or bounced. */
  code?: string;
  /** Of a bounce: nothing will reach that address. */
  permanent?: boolean;
  /** The business day, not in the future. */
  on!: string;
}
