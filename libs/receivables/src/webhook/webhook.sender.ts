import type { FactReader, RecordedFact } from '@quittance/event-store';
import type { Pool } from 'pg';
import { Webhook } from 'standardwebhooks';
import type { Post, Posted } from './guarded-post.js';
import type { WebhookSecrets } from './webhook.secrets.js';

interface Due {
  id: string;
  webhook_id: string;
  stream: string;
  revision: bigint;
  attempts: number;
  url: string;
}

/** Seconds between the tries of a delivery, each up to a fifth more or less: three days in all, then it is given up. */
const AGAIN_AFTER = [5, 30, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
/** What is sent at once, so that one who does not answer holds a turn up for seconds only. */
const AT_ONCE = 20;
/** Of one webhook: a receiver that does not answer holds no other up. */
const OF_EACH = 5;
/** A receiver that answers so wants no more of it. */
const GONE = 410;

/** Sends the deliveries that are due. At least once: a receiver knows a second one by its webhook-id. */
export class WebhookSender {
  constructor(
    private readonly parts: {
      pool: Pool;
      facts: FactReader;
      secrets: Pick<WebhookSecrets, 'of'>;
      post: Post;
    },
  ) {}

  /** @returns how many were sent, and how many of them were given up */
  async sendDue(): Promise<{ sent: number; dead: number }> {
    const { rows } = await this.parts.pool.query<Due>(CLAIM, [AT_ONCE, OF_EACH]);
    const ended = await Promise.all(rows.map((due) => this.send(due)));
    return { sent: rows.length, dead: ended.filter((status) => status === 'dead').length };
  }

  private async send(due: Due): Promise<string> {
    const body = await this.bodyOf(due);
    const now = new Date();
    const secrets = await this.parts.secrets.of(due.webhook_id);
    const posted = await this.parts.post(
      due.url,
      {
        'content-type': 'application/json',
        'user-agent': 'Quittance',
        'webhook-id': due.id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
        'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(due.id, now, body)).join(' '),
      },
      body,
    );
    const { status, wait } = whatNext(posted, due.attempts);
    const answer = 'status' in posted ? String(posted.status) : posted.failed;
    await this.parts.pool.query(ENDED, [due.id, status, answer, wait, due.attempts]);
    return status;
  }

  /** The fact in the shape of today. What is personal in it never leaves: it could not be erased there. */
  private async bodyOf({ stream, revision }: Due): Promise<string> {
    for await (const fact of this.parts.facts.read(stream, revision)) return JSON.stringify(toldOf(fact));
    throw new Error(`fact ${stream} ${revision} is not in the store`);
  }
}

function toldOf({ id, type, stream, revision, position, data, metadata, recordedAt }: RecordedFact): object {
  const { personal: _personal, ...open } = data as { personal?: unknown };
  return {
    type,
    timestamp: recordedAt.toISOString(),
    data: {
      ...{ id, stream, revision: Number(revision), position: String(position.commit) },
      ...{ actor: metadata.actor.id, effectiveOn: metadata.effectiveOn, fact: open },
    },
  };
}

/** By what was answered: done, given up, or to be tried again after so many seconds. */
export function whatNext(
  posted: Posted,
  attempts: number,
  chance = Math.random(),
): { status: 'delivered' | 'dead' | 'waiting'; wait: number } {
  if ('status' in posted) {
    if (posted.status >= 200 && posted.status < 300) return { status: 'delivered', wait: 0 };
    if (posted.status === GONE) return { status: 'dead', wait: 0 };
  }
  const seconds = AGAIN_AFTER[attempts - 1];
  if (seconds === undefined) return { status: 'dead', wait: 0 };
  return { status: 'waiting', wait: seconds * (0.8 + 0.4 * chance) };
}

/** One that is claimed comes again in a minute, should this process end before it is answered. */
const CLAIM = `
  update write_side.webhook_deliveries d set attempts = d.attempts + 1, due_at = clock_timestamp() + interval '1 minute'
  from (select d.id, w.url from live.webhooks w
        cross join lateral (
          select d.id, d.due_at from write_side.webhook_deliveries d
          where d.webhook_id = w.id and d.status = 'waiting' and d.due_at <= clock_timestamp()
          order by d.due_at limit $2 for update skip locked) d
        where w.active
          and exists (select from write_side.webhook_secrets s where s.webhook_id = w.id and s.until is null)
        order by d.due_at limit $1) due
  where d.id = due.id returning d.id, d.webhook_id, d.stream, d.revision, d.attempts, due.url`;

/** Only the try that it was at: a later one has its own end. */
const ENDED = `
  update write_side.webhook_deliveries set status = $2, answer = $3, due_at = clock_timestamp() + $4 * interval '1 second'
  where id = $1 and attempts = $5`;
