import { feature } from '../manifest/feature.js';
import { chaseProjection } from './chase.projection.js';
import { dunningDecider } from './dunning.decider.js';
import type { DunningFacts } from './dunning.events.js';
import { dunningFacts } from './dunning.facts.js';

export const dunningFeature = feature<DunningFacts>({
  name: 'dunning',
  facts: dunningFacts,
  streams: [dunningDecider],
  projections: [chaseProjection],
  api: () => (require('./dunning.api.js') as typeof import('./dunning.api.js')).dunningApi,
});
