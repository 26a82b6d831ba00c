import type { Personal } from '../personal.js';

/** Insolvencies, facts of `customer-<uuid>`. */
export interface InsolvencyFacts {
  CustomerInsolvent: {
    customerId: string;
    insolvencyId: string;
    /** The day it counts from. */
    since: string;
    /** Of the court's file. */
    reference?: string;
    personal: Personal<{ reason: string }>;
  };
  CustomerInsolvencyEnded: {
    customerId: string;
    insolvencyId: string;
    /** From this day on they pay as others do. */
    endedOn: string;
    personal: Personal<{ reason: string }>;
  };
}
