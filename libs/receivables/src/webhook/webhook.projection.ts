import type { Projection } from '@quittance/read-model';
import type { WebhookFacts } from './webhook.events.js';
import { webhooks } from './webhook.tables.js';

export const webhookProjection: Projection<WebhookFacts> = {
  name: 'webhooks',
  comment: 'Webhooks as they stand',
  tables: [webhooks],
  streams: ['webhook'],
  on: {
    WebhookRegistered: ({ data, position }, changes) =>
      changes.put(webhooks, {
        ...{ id: data.webhookId, url: data.url, types: data.types, active: true },
        ...{ registered_on: data.registeredOn, changed_on: null },
        ...{ since_commit: position.commit, since_prepare: position.prepare },
      }),
    WebhookChanged: ({ data }, changes) =>
      changes.change(webhooks, { id: data.webhookId }, (row) => {
        if (!row) throw new Error(`webhook ${data.webhookId} was never registered`);
        const { url, types, active, changedOn } = data;
        return { ...row, url, types, active, changed_on: changedOn };
      }),
  },
};
