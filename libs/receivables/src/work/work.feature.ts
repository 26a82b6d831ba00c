import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import type { WorkFacts } from './work.events.js';
import { workFacts } from './work.facts.js';
import { workProjection } from './work.projection.js';
import { works } from './work.stream.js';

export const workFeature = feature<WorkFacts>({
  name: 'work',
  facts: workFacts,
  money: { WorkDone: noMoney, WorkSnoozed: noMoney },
  streams: [works],
  projections: [workProjection],
  api: () => (require('./work.api.js') as typeof import('./work.api.js')).workApi,
});
