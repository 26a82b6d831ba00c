import { ignore } from '@quittance/read-model';
import { invoices } from '../invoice/invoice.stream.js';
import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { dispute } from './dispute.decider.js';
import type { DisputeFacts } from './dispute.events.js';
import { disputeFacts } from './dispute.facts.js';
import { disputeProjection } from './dispute.projection.js';

export const disputeFeature = feature<DisputeFacts>({
  name: 'dispute',
  facts: disputeFacts,
  money: { DisputeRaised: noMoney, DisputeResolved: noMoney },
  slices: [
    {
      on: invoices,
      slice: dispute,
      elsewhere: ignore('what is disputed stays open: tables of its own say it'),
    },
  ],
  projections: [disputeProjection],
  api: () => (require('./dispute.api.js') as typeof import('./dispute.api.js')).disputeApi,
});
