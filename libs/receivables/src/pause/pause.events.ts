import type { Personal } from '../personal.js';

/** How the facts of a pause name it and its invoice. */
type Named = Record<'invoiceId' | 'number' | 'customerId' | 'pauseId' | 'currency', string>;

/** Pauses, facts of `invoice-<uuid>`. */
export interface PauseFacts {
  /** Nobody is asked for the invoice for a while. */
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
