import { type StateOf, stream } from '@quittance/kernel';
import { webhook, type WebhookSlice } from './webhook.decider.js';

export type { Webhook } from './webhook.decider.js';

export type WebhookState = StateOf<WebhookSlice>;

/** `webhook-<uuid>`. Other features may bring more slices. */
export const webhooks = stream('webhook', [webhook]);
