import { factsOf, Rejection, type Slice } from '@quittance/kernel';
import type { ChangeWebhook, RegisterWebhook } from './webhook.commands.js';
import type { WebhookFacts } from './webhook.events.js';

/** What decisions need to know of a webhook. */
export interface Webhook {
  url: string;
  types: readonly string[];
  active: boolean;
}

export interface WebhookSlice {
  name: 'webhook';
  commands: { RegisterWebhook: RegisterWebhook; ChangeWebhook: ChangeWebhook };
  facts: WebhookFacts;
  own: Webhook | null;
}

const fact = factsOf<WebhookFacts>();

/** A webhook: where another system is told, and of what. */
export const webhook: Slice<WebhookSlice> = {
  name: 'webhook',
  initial: null,
  decide: {
    RegisterWebhook({ url, types }, { own }, { today, id }) {
      // The id is of the request: whoever comes again has registered it.
      if (own) return [];
      return [
        fact('WebhookRegistered', { webhookId: id, url, types: [...types].sort(), registeredOn: today }),
      ];
    },
    ChangeWebhook(command, { own }, { today, id }) {
      if (!own) {
        throw new Rejection('not-found', 'webhook-not-found', 'There is no such webhook.');
      }
      const changed = {
        url: command.url ?? own.url,
        types: [...(command.types ?? own.types)].sort(),
        active: command.active ?? own.active,
      };
      if (JSON.stringify(changed) === JSON.stringify(own)) return [];
      return [fact('WebhookChanged', { webhookId: id, ...changed, changedOn: today })];
    },
  },
  evolve: {
    WebhookRegistered: (_own, { url, types }) => ({ url, types, active: true }),
    WebhookChanged: (_own, { url, types, active }) => ({ url, types, active }),
  },
};
