import { customers } from '../customer/customer.stream.js';
import { feature } from '../manifest/feature.js';
import { payments } from '../payment/payment.stream.js';
import { people } from '../person/person.stream.js';
import { customerErasure, paymentErasure, personErasure } from './erasure.decider.js';
import type { ErasureFacts } from './erasure.events.js';
import { erasureFacts } from './erasure.facts.js';
import { erasurePostings } from './erasure.postings.js';

export const erasureFeature = feature<ErasureFacts>({
  name: 'erasure',
  facts: erasureFacts,
  money: erasurePostings,
  slices: [
    { on: customers, slice: customerErasure },
    { on: people, slice: personErasure },
    { on: payments, slice: paymentErasure },
  ],
  api: () => (require('./erasure.api.js') as typeof import('./erasure.api.js')).erasureApi,
});
