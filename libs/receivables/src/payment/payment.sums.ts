import { type Sum, SUMS } from '../ledger/sums.js';

/** What became of a payment: received (less what was cancelled) = allocated + pending + refunded + returned + unapplied. */
export const PAYMENT_SUMS = {
  allocated: SUMS.paid,
  pending: SUMS.pending,
  refunded: { account: 'cash', kind: 'refunded', against: ['refunded'], turned: true },
  returned: { account: 'cash', kind: 'returned', against: ['returned'], turned: true },
  cancelled: { account: 'unapplied', kind: 'cancelled' },
  unapplied: SUMS.unapplied,
} as const satisfies Record<string, Sum>;
