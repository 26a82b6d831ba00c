import { Inject, Injectable } from '@nestjs/common';
import type { FactReader } from '@quittance/event-store';
import { unknown } from '@quittance/reading';
import { Pool } from 'pg';
import { EVENT_STORE } from '../parts.js';
import { webhookStream } from '../streams.js';

/** What people do with deliveries. */
@Injectable()
export class WebhookDeliveries {
  constructor(
    private readonly pool: Pool,
    @Inject(EVENT_STORE) private readonly store: FactReader,
  ) {}

  /** Asked of the store: it may have been registered this moment. @throws Rejection 404 */
  async mustExist(webhookId: string): Promise<void> {
    for await (const _fact of this.store.read(webhookStream(webhookId))) return;
    throw unknown('webhook');
  }

  /** @throws Rejection 404 */
  async sendAgain(deliveryId: string): Promise<void> {
    const { rowCount } = await this.pool.query(
      `update write_side.webhook_deliveries set status = 'waiting', attempts = 0, due_at = clock_timestamp()
       where id = $1`,
      [deliveryId],
    );
    if (rowCount === 0) throw unknown('delivery');
  }
}
