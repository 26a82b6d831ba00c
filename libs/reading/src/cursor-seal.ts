import { createHmac, timingSafeEqual } from 'node:crypto';
import { Fingerprints } from '@quittance/event-store';
import type { Pool } from 'pg';
import { foreign } from './cursor.js';

const SEAL = 32;
const SEALED = /^[0-9a-f]{32}[\w-]{1,4000}$/;

/**
 * Seals cursors under the installation's secret: any of its api processes opens them, also after a restore, and nobody
 * else makes one. What is in a cursor goes into a query as it is, so it must be what this installation put there.
 */
export class CursorSeal {
  private readonly fingerprints: Fingerprints;

  constructor(pool: Pick<Pool, 'query'>) {
    this.fingerprints = new Fingerprints(pool);
  }

  async seal(cursor: string): Promise<string> {
    return `${await this.of(cursor)}${cursor}`;
  }

  /** @throws Rejection 422 `/cursor` when it was not sealed here */
  async open(given: string): Promise<string> {
    if (!SEALED.test(given)) throw foreign(given);
    const cursor = given.slice(SEAL);
    const right = Buffer.from(await this.of(cursor));
    if (!timingSafeEqual(right, Buffer.from(given.slice(0, SEAL)))) throw foreign(given);
    return cursor;
  }

  /** The same cursor is sealed alike for ever: answers that hold one have the hash that they had. */
  private async of(cursor: string): Promise<string> {
    const key = await this.fingerprints.of('cursors of lists');
    return createHmac('sha256', key).update(cursor).digest('hex').slice(0, SEAL);
  }
}
