import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { drafts } from './draft.decider.js';
import type { DraftFacts, SeriesFacts } from './draft.events.js';
import { draftFacts } from './draft.facts.js';
import { draftProjection } from './draft.projection.js';
import { seriesStreams } from './series.decider.js';

export const draftFeature = feature<DraftFacts & SeriesFacts>({
  name: 'draft',
  facts: draftFacts,
  money: {
    ...{ DraftCreated: noMoney, DraftChanged: noMoney, DraftApproved: noMoney, DraftIssued: noMoney },
    ...{ DraftReopened: noMoney, DraftDiscarded: noMoney, NumberTaken: noMoney },
  },
  streams: [drafts, seriesStreams],
  projections: [draftProjection],
  reactions: () => (require('./draft.reactions.js') as typeof import('./draft.reactions.js')).draftReactions,
  api: () => (require('./draft.api.js') as typeof import('./draft.api.js')).draftApi,
});
