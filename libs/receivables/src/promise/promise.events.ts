import type { Personal } from '../personal.js';

/** How the facts of a promise name it and its invoice. */
type Named = Record<'invoiceId' | 'number' | 'customerId' | 'promiseId' | 'currency', string>;

/** Promises to pay, facts of `invoice-<uuid>`. Amounts are texts with exactly the currency's decimals. */
export interface PromiseFacts {
  /** Somebody at the customer promised money for the invoice by a day. */
  PromiseMade: Named & {
    amount: string;
    /** By the end of this day. */
    promisedOn: string;
    /** The day it counts from. */
    madeOn: string;
    personal?: Personal<{ reason: string; madeBy: string }>;
  };
  PromiseWithdrawn: Named & {
    /** From this day on nothing is promised by it. */
    withdrawnOn: string;
    personal: Personal<{ reason: string }>;
  };
}
