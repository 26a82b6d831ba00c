import type { Personal } from '../../personal.js';

/** Later due dates. */
export interface ExtensionFacts {
  ExtensionGranted: {
    invoiceId: string;
    number: string;
    customerId: string;
    /** The contractual due date, kept beside the agreed one. */
    dueOn: string;
    /** The agreed due date in force before. */
    previousDueOn: string;
    agreedDueOn: string;
    /** The day it counts from. */
    grantedOn: string;
    personal: Personal<{ reason: string }>;
  };
}
