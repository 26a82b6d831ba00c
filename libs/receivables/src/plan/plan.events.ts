import type { Personal } from '../personal.js';
import type { Instalment } from '../terms/instalments.terms.js';

/** How the facts of a plan name it and its invoice. */
type Named = Record<'invoiceId' | 'number' | 'customerId' | 'planId' | 'currency', string>;

/** Plans, facts of `invoice-<uuid>`. Amounts are texts with exactly the currency's decimals. */
export interface PlanFacts {
  /** What was open is to be paid in parts. */
  PlanAgreed: Named & {
    /** What was open at the end of agreedOn: the sum of the parts. */
    amount: string;
    /** In order of date. */
    instalments: Instalment[];
    /** The day it counts from. */
    agreedOn: string;
    /** What had settled the invoice on that day before: no part of the plan is paid by it. Left out: nothing had. */
    settledThatDay?: string;
    personal: Personal<{ reason: string }>;
  };
  PlanRevoked: Named & {
    /** From this day on nothing is agreed by it. */
    revokedOn: string;
    personal: Personal<{ reason: string }>;
  };
}
