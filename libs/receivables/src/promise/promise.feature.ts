import { ignore } from '@quittance/read-model';
import { invoices } from '../invoice/invoice.stream.js';
import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { promise } from './promise.decider.js';
import type { PromiseFacts } from './promise.events.js';
import { promiseFacts } from './promise.facts.js';
import { promiseProjection } from './promise.projection.js';

export const promiseFeature = feature<PromiseFacts>({
  name: 'promise',
  facts: promiseFacts,
  money: { PromiseMade: noMoney, PromiseWithdrawn: noMoney },
  slices: [
    {
      on: invoices,
      slice: promise,
      elsewhere: ignore('a promise changes nothing of what is owed, or by when'),
    },
  ],
  projections: [promiseProjection],
  api: () => (require('./promise.api.js') as typeof import('./promise.api.js')).promiseApi,
});
