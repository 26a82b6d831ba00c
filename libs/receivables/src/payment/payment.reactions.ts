import { finishing, type Pending } from '../asking/finish-pending.policy.js';
import type { Reaction } from '../manifest/reaction.js';
import { FinishPayment } from './payment.commands.js';

/** Payments that a crash left pending between them and the invoices that they name. */
export const PENDING_PAYMENTS: Pending = {
  from: 'live.payments',
  finish: (paymentId) => Object.assign(new FinishPayment(), { paymentId }),
};

export const paymentReactions: readonly Reaction[] = [finishing('finish payments', PENDING_PAYMENTS)];
