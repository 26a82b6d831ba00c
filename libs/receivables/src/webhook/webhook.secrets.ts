import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';

/** The former secret signs beside the new one for so long: nobody must change both ends at once. */
export const FORMER_SIGNS_HOURS = 24;

/** What deliveries are signed with (Standard Webhooks): shown once, when it is made. */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly pool: Pool) {}

  /** A new one. Those before end in a day. */
  async make(webhookId: string): Promise<string> {
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    await this.pool.query(
      `with former as (
         update write_side.webhook_secrets set until = clock_timestamp() + $3 * interval '1 hour'
         where webhook_id = $1 and until is null)
       insert into write_side.webhook_secrets (webhook_id, secret) values ($1, $2)`,
      [webhookId, secret, FORMER_SIGNS_HOURS],
    );
    return secret;
  }

  /** Those that sign now, the newest first. */
  async of(webhookId: string): Promise<string[]> {
    const { rows } = await this.pool.query<{ secret: string }>(
      `select secret from write_side.webhook_secrets
       where webhook_id = $1 and (until is null or until > clock_timestamp()) order by made_at desc`,
      [webhookId],
    );
    return rows.map(({ secret }) => secret);
  }
}
