import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { attempts } from './attempt.decider.js';
import type { AttemptFacts } from './attempt.events.js';
import { attemptFacts } from './attempt.facts.js';
import { attemptProjection } from './attempt.projection.js';

export const attemptFeature = feature<AttemptFacts>({
  name: 'attempt',
  facts: attemptFacts,
  money: { AttemptRefused: noMoney, AttemptsCounted: noMoney },
  streams: [attempts],
  projections: [attemptProjection],
  api: () => (require('./attempt.api.js') as typeof import('./attempt.api.js')).attemptApi,
});
