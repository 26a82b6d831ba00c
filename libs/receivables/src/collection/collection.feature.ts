import { ignore } from '@quittance/read-model';
import { invoices } from '../invoice/invoice.stream.js';
import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { collection } from './collection.decider.js';
import type { CollectionFacts } from './collection.events.js';
import { collectionFacts } from './collection.facts.js';
import { collectionProjection } from './collection.projection.js';

export const collectionFeature = feature<CollectionFacts>({
  name: 'collection',
  facts: collectionFacts,
  money: { HandedToCollection: noMoney, ReturnedFromCollection: noMoney },
  slices: [
    {
      on: invoices,
      slice: collection,
      elsewhere: ignore('who asks for it changes nothing of what is owed, or by when'),
    },
  ],
  projections: [collectionProjection],
  api: () => (require('./collection.api.js') as typeof import('./collection.api.js')).collectionApi,
});
