import { feature } from '../manifest/feature.js';
import type { PersonFacts } from './person.events.js';
import { personFacts } from './person.facts.js';
import { personProjection } from './person.projection.js';
import { people } from './person.stream.js';
import { personPostings } from './person.postings.js';

export const personFeature = feature<PersonFacts>({
  name: 'person',
  facts: personFacts,
  money: personPostings,
  streams: [people],
  projections: [personProjection],
  api: () => (require('./person.api.js') as typeof import('./person.api.js')).personApi,
});
