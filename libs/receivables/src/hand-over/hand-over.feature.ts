import { ignore } from '@quittance/read-model';
import { invoices } from '../invoice/invoice.stream.js';
import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { people } from '../person/person.stream.js';
import { handOver } from './hand-over.decider.js';
import type { HandOverFacts } from './hand-over.events.js';
import { handOverFacts } from './hand-over.facts.js';
import { handOverProjection } from './hand-over.projection.js';
import { takeOver } from './take-over.decider.js';

export const handOverFeature = feature<HandOverFacts>({
  name: 'hand-over',
  facts: handOverFacts,
  money: { HandedOver: noMoney, HandOverUndone: noMoney },
  slices: [
    {
      on: people,
      slice: handOver,
      elsewhere: ignore('invoices are assigned one by one, defaults are mapped when a report is asked'),
    },
    { on: invoices, slice: takeOver },
  ],
  projections: [handOverProjection],
  reactions: () =>
    (require('./hand-over.reactions.js') as typeof import('./hand-over.reactions.js')).handOverReactions,
  api: () => (require('./hand-over.api.js') as typeof import('./hand-over.api.js')).handOverApi,
});
