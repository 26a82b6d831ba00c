import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import type { PolicyFacts } from './policy.events.js';
import { policyFacts } from './policy.facts.js';
import { policyProjection } from './policy.projection.js';
import { policies } from './policy.stream.js';

export const policyFeature = feature<PolicyFacts>({
  name: 'policy',
  facts: policyFacts,
  money: {
    ...{ PolicyVersioned: noMoney, PolicyAssigned: noMoney },
    ...{ EscalationsHeld: noMoney, EscalationsConfirmed: noMoney },
  },
  streams: [policies],
  projections: [policyProjection],
  api: () => (require('./policy.api.js') as typeof import('./policy.api.js')).policyApi,
});
