import { feature } from '../manifest/feature.js';
import { chaseProjection } from './chase.projection.js';
import { dunningDecider } from './dunning.decider.js';
import type { DunningFacts } from './dunning.events.js';
import { dunningFacts } from './dunning.facts.js';
import { dunningPostings } from './dunning.postings.js';

export const dunningFeature = feature<DunningFacts>({
  name: 'dunning',
  facts: dunningFacts,
  money: dunningPostings,
  streams: [dunningDecider],
  projections: [chaseProjection],
  reactions: () =>
    (require('./dunning.reactions.js') as typeof import('./dunning.reactions.js')).dunningReactions,
  api: () => (require('./dunning.api.js') as typeof import('./dunning.api.js')).dunningApi,
});
