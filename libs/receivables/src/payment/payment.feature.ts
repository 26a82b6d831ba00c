import { feature } from '../manifest/feature.js';
import { paymentControl } from './payment.control.js';
import type { PaymentFacts } from './payment.events.js';
import { paymentFacts } from './payment.facts.js';
import { paymentProjection } from './payment.projection.js';
import { payments } from './payment.stream.js';
import { paymentPostings } from './payment.postings.js';
import { PAYMENT_SUMS } from './payment.sums.js';

export const paymentFeature = feature<PaymentFacts, typeof paymentPostings>({
  name: 'payment',
  facts: paymentFacts,
  money: paymentPostings,
  control: paymentControl,
  streams: [payments],
  projections: [paymentProjection],
  totals: [
    {
      ...{ projection: 'payments', table: 'payments', count: 'payments' },
      sums: {
        received: 'received',
        ...Object.fromEntries(Object.keys(PAYMENT_SUMS).map((name) => [name, name])),
      },
    },
  ],
  reactions: () =>
    (require('./payment.reactions.js') as typeof import('./payment.reactions.js')).paymentReactions,
  api: () => (require('./payment.api.js') as typeof import('./payment.api.js')).paymentApi,
});
