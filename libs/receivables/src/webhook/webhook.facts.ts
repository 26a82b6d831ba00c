import type { FactsDeclared } from '../manifest/fact.js';
import { sentence } from '../manifest/words.js';
import type { WebhookFacts } from './webhook.events.js';

const FIELDS = {
  webhookId: 'uuid of the webhook',
  url: 'where deliveries are sent',
  types: 'types of facts that are told',
};

/** What Quittance says of the facts of a webhook. */
export const webhookFacts: FactsDeclared<WebhookFacts> = {
  WebhookRegistered: {
    schema: 1,
    effectiveOn: (fact) => fact.registeredOn,
    sentence: (fact, actor) =>
      sentence(`${actor} registered the webhook ${fact.url}`, `told of ${fact.types.join(', ')}`),
    stream: 'webhook-<uuid>',
    comment: 'Another system is told of facts from then on',
    fields: { ...FIELDS, registeredOn: 'business date on which it was registered' },
  },
  WebhookChanged: {
    schema: 1,
    effectiveOn: (fact) => fact.changedOn,
    sentence: (fact, actor) =>
      fact.active
        ? sentence(`${actor} changed the webhook ${fact.url}`, `told of ${fact.types.join(', ')}`)
        : sentence(`${actor} switched off the webhook ${fact.url}`),
    stream: 'webhook-<uuid>',
    comment: 'Where another system is told, or of what, was changed; or it was switched off',
    fields: {
      ...FIELDS,
      active: 'false: it is told nothing',
      changedOn: 'business date on which it was changed',
    },
  },
};
