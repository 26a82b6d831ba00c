import { feature } from '../manifest/feature.js';
import { parkedDecider } from './parked.decider.js';
import type { ParkedFacts } from './parked.events.js';
import { parkedFacts } from './parked.facts.js';
import { parkedPostings } from './parked.postings.js';

export const parkedFeature = feature<ParkedFacts>({
  name: 'parked',
  facts: parkedFacts,
  money: parkedPostings,
  streams: [parkedDecider],
  api: () => (require('./parked.api.js') as typeof import('./parked.api.js')).parkedApi,
});
