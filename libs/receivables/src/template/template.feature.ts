import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import type { TemplateFacts } from './template.events.js';
import { templateFacts } from './template.facts.js';
import { templateProjection } from './template.projection.js';
import { templates } from './template.stream.js';

export const templateFeature = feature<TemplateFacts>({
  name: 'template',
  facts: templateFacts,
  money: { TemplateVersioned: noMoney },
  streams: [templates],
  projections: [templateProjection],
  api: () => (require('./template.api.js') as typeof import('./template.api.js')).templateApi,
});
