import { ignore } from '@quittance/read-model';
import { invoices } from '../invoice/invoice.stream.js';
import { feature } from '../manifest/feature.js';
import { adjustmentControl } from './adjustment.control.js';
import { adjustment } from './adjustment.decider.js';
import type { AdjustmentFacts } from './adjustment.events.js';
import { adjustmentFacts } from './adjustment.facts.js';
import { adjustmentPostings } from './adjustment.postings.js';
import { adjustmentProjection } from './adjustment.projection.js';

export const adjustmentFeature = feature<AdjustmentFacts, typeof adjustmentPostings>({
  name: 'adjustment',
  facts: adjustmentFacts,
  money: adjustmentPostings,
  control: adjustmentControl,
  slices: [
    {
      on: invoices,
      slice: adjustment,
      elsewhere: ignore('what it settles is in the ledger, and what is asked for in tables of its own'),
    },
  ],
  projections: [adjustmentProjection],
  api: () => (require('./adjustment.api.js') as typeof import('./adjustment.api.js')).adjustmentApi,
});
