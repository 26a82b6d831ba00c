import { type Api, commandsOf } from '../manifest/feature.js';
import { webhookIdOf, webhookStream } from '../streams.js';
import { ChangeWebhook, RegisterWebhook } from './webhook.commands.js';
import { WebhookController } from './webhook.controller.js';
import { DELIVERIES } from './delivery.list.js';
import { WebhookQueriesController } from './webhook.queries.controller.js';
import { WebhookDeliveries } from './webhook.deliveries.js';
import { WEBHOOKS } from './webhook.list.js';
import { WebhookSecrets } from './webhook.secrets.js';
import { webhooks } from './webhook.stream.js';

const READ = ['admin', 'auditor'] as const;

export const webhookApi: Api = {
  commands: commandsOf(webhooks, {
    RegisterWebhook: {
      command: RegisterWebhook,
      stream: ({ context }, entity) => webhookStream(webhookIdOf(entity, context)),
      begins: true,
    },
    ChangeWebhook: { command: ChangeWebhook, stream: ({ webhookId }) => webhookStream(webhookId) },
  }),
  routes: {
    'POST /v1/webhooks': { roles: ['admin'] },
    'POST /v1/webhooks/:id': { roles: ['admin'] },
    'POST /v1/webhooks/:id/secret': { roles: ['admin'] },
    'GET /v1/webhooks/:id': { roles: READ },
    'POST /v1/webhooks/deliveries/:id/redelivery': { roles: ['admin'] },
  },
  lists: [
    {
      list: WEBHOOKS,
      path: 'v1/webhooks',
      tag: 'Webhooks',
      summary: 'Webhooks, one row each',
      stream: webhookStream,
      roles: READ,
    },
    {
      list: DELIVERIES,
      path: 'v1/webhooks/deliveries',
      tag: 'Webhooks',
      summary: 'What was or is to be told to webhooks, the latest first',
      description: 'Of one: `webhookId`. What was delivered is kept for 30 days.',
      roles: READ,
    },
  ],
  codes: {
    'webhook-not-found': [404, 'There is no such webhook.', 'Look for it in /v1/webhooks.'],
    'unknown-fact-type': [
      422,
      'No fact has this type.',
      'Send types of docs/facts.md, as InvoiceIssued or PaymentReceived.',
    ],
  },
  writes: [WebhookController],
  reads: [WebhookQueriesController],
  providers: [WebhookSecrets, WebhookDeliveries],
};
