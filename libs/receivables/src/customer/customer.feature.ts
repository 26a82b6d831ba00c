import { feature } from '../manifest/feature.js';
import type { CustomerFacts } from './customer.events.js';
import { customerFacts } from './customer.facts.js';
import { customerProjection } from './customer.projection.js';
import { customers } from './customer.stream.js';
import { customerPostings } from './customer.postings.js';

export const customerFeature = feature<CustomerFacts>({
  name: 'customer',
  facts: customerFacts,
  money: customerPostings,
  streams: [customers],
  projections: [customerProjection],
  api: () => (require('./customer.api.js') as typeof import('./customer.api.js')).customerApi,
});
