import type { Pool } from 'pg';
import type { Reaction } from '../manifest/reaction.js';
import { WebhookFeed } from './webhook.feed.js';
import { WebhookSecrets } from './webhook.secrets.js';

const EVERY_MS = 2_000;
/** What was delivered is kept for so many days. */
const KEPT_DAYS = 30;

export const webhookReactions: readonly Reaction[] = [
  {
    name: 'tell webhooks',
    every: EVERY_MS,
    begin({ store, facts, pool, webhookAllow }) {
      const feed = new WebhookFeed(store, pool);
      let sender: Promise<{ sendDue(): Promise<{ sent: number; dead: number }> }> | undefined;
      return async () => {
        // Most installations tell nobody: they load no client and ask one small question a turn.
        if (!(await anyHooks(pool))) return {};
        await feed.advance();
        sender ??= senderOf({ pool, facts, allow: webhookAllow });
        const { dead } = await (await sender).sendDue();
        if (dead === 0) return {};
        return { told: { warn: true, message: 'deliveries to webhooks were given up', fields: { dead } } };
      };
    },
  },
  {
    name: 'forget deliveries',
    every: 'morning',
    begin:
      ({ pool }) =>
      async () => {
        await pool.query(FORGET, [KEPT_DAYS]);
      },
  },
];

async function senderOf({ pool, facts, allow }: Sending) {
  const [{ guardedPost }, { WebhookSender }] = await Promise.all([
    import('./guarded-post.js'),
    import('./webhook.sender.js'),
  ]);
  return new WebhookSender({ pool, facts, secrets: new WebhookSecrets(pool), ...guardedPost(allow) });
}

interface Sending {
  pool: Pool;
  facts: ConstructorParameters<typeof import('./webhook.sender.js').WebhookSender>[0]['facts'];
  allow: readonly string[];
}

async function anyHooks(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ any: boolean }>('select exists (select from live.webhooks) as any');
  return rows[0]!.any;
}

const FORGET = `
  delete from write_side.webhook_deliveries
  where status = 'delivered' and made_at < clock_timestamp() - $1 * interval '1 day'`;
