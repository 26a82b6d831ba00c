import { type Sum, SUMS } from '../ledger/sums.js';

/** What became of a credit note: total = applied + refunded + on account + cancelled. */
export const CREDIT_SUMS = {
  applied: { account: 'credit', kind: 'applied' },
  refunded: { account: 'credit', kind: 'refunded' },
  cancelled: { account: 'credit', kind: 'cancelled' },
  on_account: SUMS.credits,
} as const satisfies Record<string, Sum>;
