import { feature } from '../manifest/feature.js';
import { auditProjection } from './audit.projection.js';
import { logHeadDecider } from './log-head.decider.js';
import type { LogHeadFacts } from './log-head.events.js';
import { logHeadFacts } from './log-head.facts.js';
import { logHeadPostings } from './log-head.postings.js';

export const auditFeature = feature<LogHeadFacts>({
  name: 'audit',
  facts: logHeadFacts,
  money: logHeadPostings,
  streams: [logHeadDecider],
  projections: [auditProjection],
  reactions: () => (require('./audit.reactions.js') as typeof import('./audit.reactions.js')).auditReactions,
  api: () => (require('./audit.api.js') as typeof import('./audit.api.js')).auditApi,
});
