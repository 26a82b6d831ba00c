import type { Personal } from '../../personal.js';

/** Later due dates. */
export interface ExtensionFacts {
  ExtensionGranted: {
    invoiceId: string;
    number: string;
    customerId: string;
    /** The contractual due date, kept beside the agreed one. */
    dueOn: string;
    /** The agreed due date in force before: of the instalment, or of the first that is moved. */
    previousDueOn: string;
    agreedDueOn: string;
    /** The instalment that is moved, from 1; left out: all whose agreed date is earlier. */
    instalment?: number;
    /** The day it counts from. */
    grantedOn: string;
    personal: Personal<{ reason: string }>;
  };
}
