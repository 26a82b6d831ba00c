import type { Pool } from 'pg';
import { FinishPending } from '../asking/finish-pending.policy.js';

/** Finishes what a crash left pending between a payment and the invoices that it names. */
export class FinishPayments extends FinishPending {
  constructor(database: Pool, settle: (paymentId: string) => Promise<unknown>) {
    super(database, { table: 'payments', pending: 'pending > 0' }, settle);
  }
}
