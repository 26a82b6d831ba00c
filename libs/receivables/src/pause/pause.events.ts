import type { Personal } from '../personal.js';

/** How the facts of a pause name it and what is paused: an invoice, or, where none is named, all of a customer. */
type Named = Record<'customerId' | 'pauseId', string> &
  Partial<Record<'invoiceId' | 'number' | 'currency', string>>;

/** Pauses, facts of `invoice-<uuid>` and of `customer-<uuid>`. */
export interface PauseFacts {
  /** Nobody is asked for it for a while. */
  Paused: Named & {
    /** The day it counts from. */
    pausedOn: string;
    /** The last day of it; left out: until somebody ends it. */
    until?: string;
    personal: Personal<{ reason: string }>;
  };
  PauseEnded: Named & {
    /** From this day on nothing is paused by it. */
    endedOn: string;
    personal?: Personal<{ reason: string }>;
  };
}
