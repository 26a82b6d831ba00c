import type { Personal } from '../personal.js';

/** How the facts of a hand-over to collection name it and its invoice. */
type Named = Record<'invoiceId' | 'number' | 'customerId' | 'collectionId' | 'currency', string>;

/** Hand-overs to collection, facts of `invoice-<uuid>`. */
export interface CollectionFacts {
  /** An agency asks for the money from now on: nobody else does. */
  HandedToCollection: Named & {
    agency: string;
    /** The day it counts from. */
    handedOverOn: string;
    personal: Personal<{ reason: string }>;
  };
  ReturnedFromCollection: Named & {
    /** From this day on it is ours to ask for it. */
    returnedOn: string;
    personal: Personal<{ reason: string }>;
  };
}
