import { FINISH_EVERY_MS } from '../asking/finish-pending.policy.js';
import type { Reaction } from '../manifest/reaction.js';
import { FinishPayments } from './finish-payments.policy.js';
import { settlePayment } from './settle-payment.js';

export const paymentReactions: readonly Reaction[] = [
  {
    name: 'finish payments',
    every: FINISH_EVERY_MS,
    begin({ pool, facts, execute }) {
      const finish = new FinishPayments(pool, (paymentId) => settlePayment(facts, execute, paymentId));
      return async () => void (await finish.run());
    },
  },
];
