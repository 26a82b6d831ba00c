import { feature } from '../manifest/feature.js';
import type { PaymentFacts } from './payment.events.js';
import { paymentFacts } from './payment.facts.js';
import { paymentProjection } from './payment.projection.js';
import { payments } from './payment.stream.js';
import { paymentPostings } from './payment.postings.js';

export const paymentFeature = feature<PaymentFacts>({
  name: 'payment',
  facts: paymentFacts,
  money: paymentPostings,
  streams: [payments],
  projections: [paymentProjection],
  api: () => (require('./payment.api.js') as typeof import('./payment.api.js')).paymentApi,
});
