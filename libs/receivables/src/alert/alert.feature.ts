import { ignore } from '@quittance/read-model';
import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { people } from '../person/person.stream.js';
import { alert } from './alert.decider.js';
import type { AlertFacts, DigestFacts } from './alert.events.js';
import { alertFacts } from './alert.facts.js';
import { alertProjection } from './alert.projection.js';
import { digests } from './alert.stream.js';

export const alertFeature = feature<AlertFacts & DigestFacts>({
  name: 'alert',
  facts: alertFacts,
  money: {
    AlertsChosen: noMoney,
    DigestDrawnUp: noMoney,
    DigestSendingBegun: noMoney,
    DigestAccepted: noMoney,
    DigestSendingFailed: noMoney,
    DigestOutcomeUnknown: noMoney,
    DigestDropped: noMoney,
  },
  streams: [digests],
  slices: [
    { on: people, slice: alert, elsewhere: ignore('how somebody is told changes nothing of who they are') },
  ],
  projections: [alertProjection],
  reactions: () => (require('./alert.reactions.js') as typeof import('./alert.reactions.js')).alertReactions,
  api: () => (require('./alert.api.js') as typeof import('./alert.api.js')).alertApi,
});
