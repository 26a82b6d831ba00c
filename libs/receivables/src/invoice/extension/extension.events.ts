import type { Personal } from '../../personal.js';

/** Later due dates. */
export interface ExtensionFacts {
  ExtensionGranted: {
    invoiceId: string;
    number: string;
    customerId: string;
    /** Facts of before there was one have an id by what they say (`formerExtensionId`). */
    extensionId: string;
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
  /** What was agreed holds no more: the date before it is in force again. */
  ExtensionRevoked: {
    invoiceId: string;
    number: string;
    customerId: string;
    extensionId: string;
    /** The instalment that it had moved, from 1; left out: all whose agreed date was earlier. */
    instalment?: number;
    /** The due date that it had agreed. */
    previousDueOn: string;
    /** The day it counts from. */
    revokedOn: string;
    /** Of the last extension that is left, whatever its day; else the contractual due date. */
    agreedDueOn: string;
    /** The day from which that extension counts; left out: none is left. */
    grantedOn?: string;
    personal: Personal<{ reason: string }>;
  };
}
