import { ignore } from '@quittance/read-model';
import { customers } from '../customer/customer.stream.js';
import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { merge } from './merge.decider.js';
import type { MergeFacts } from './merge.events.js';
import { mergeFacts } from './merge.facts.js';
import { mergeProjection } from './merge.projection.js';

export const mergeFeature = feature<MergeFacts>({
  name: 'merge',
  facts: mergeFacts,
  money: { CustomerMerged: noMoney, CustomerMergeUndone: noMoney },
  slices: [
    {
      on: customers,
      slice: merge,
      elsewhere: ignore('reports map the one to the other when they are asked'),
    },
  ],
  projections: [mergeProjection],
  api: () => (require('./merge.api.js') as typeof import('./merge.api.js')).mergeApi,
});
