import { ignore } from '@quittance/read-model';
import { customers } from '../customer/customer.stream.js';
import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { insolvency } from './insolvency.decider.js';
import type { InsolvencyFacts } from './insolvency.events.js';
import { insolvencyFacts } from './insolvency.facts.js';
import { insolvencyProjection } from './insolvency.projection.js';

export const insolvencyFeature = feature<InsolvencyFacts>({
  name: 'insolvency',
  facts: insolvencyFacts,
  money: { CustomerInsolvent: noMoney, CustomerInsolvencyEnded: noMoney },
  slices: [
    {
      on: customers,
      slice: insolvency,
      elsewhere: ignore('it changes nothing of what they were registered with'),
    },
  ],
  projections: [insolvencyProjection],
  api: () => (require('./insolvency.api.js') as typeof import('./insolvency.api.js')).insolvencyApi,
});
