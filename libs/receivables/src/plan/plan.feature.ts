import { ignore } from '@quittance/read-model';
import { invoices } from '../invoice/invoice.stream.js';
import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { plan } from './plan.decider.js';
import type { PlanFacts } from './plan.events.js';
import { planFacts } from './plan.facts.js';
import { planProjection } from './plan.projection.js';

export const planFeature = feature<PlanFacts>({
  name: 'plan',
  facts: planFacts,
  money: { PlanAgreed: noMoney, PlanRevoked: noMoney },
  slices: [
    {
      on: invoices,
      slice: plan,
      elsewhere: ignore('a plan changes nothing of what is owed; until when is worked out of the plans'),
    },
  ],
  projections: [planProjection],
  api: () => (require('./plan.api.js') as typeof import('./plan.api.js')).planApi,
});
