import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import type { WebhookFacts } from './webhook.events.js';
import { webhookFacts } from './webhook.facts.js';
import { webhookProjection } from './webhook.projection.js';
import { webhooks } from './webhook.stream.js';

export const webhookFeature = feature<WebhookFacts>({
  name: 'webhook',
  facts: webhookFacts,
  money: { WebhookRegistered: noMoney, WebhookChanged: noMoney },
  streams: [webhooks],
  projections: [webhookProjection],
  reactions: () =>
    (require('./webhook.reactions.js') as typeof import('./webhook.reactions.js')).webhookReactions,
  api: () => (require('./webhook.api.js') as typeof import('./webhook.api.js')).webhookApi,
});
