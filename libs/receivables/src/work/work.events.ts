import type { Personal } from '../personal.js';

/** Facts of `work-<uuid>`: what was said of a thing to do, which itself is derived. */
export interface WorkFacts {
  /** Somebody did it. */
  WorkDone: { itemId: string; customerId: string; doneOn: string; personal?: Personal<{ note: string }> };
  /** Somebody does it later. */
  WorkSnoozed: {
    itemId: string;
    customerId: string;
    snoozedOn: string;
    /** The day on which it is there again. */
    until: string;
    personal: Personal<{ reason: string }>;
  };
}
