import type { Pool } from 'pg';
import type { Held, Wanted } from './request-key.js';

/** What a former release's row came to, for the same request. */
export interface FormerClaimed {
  claim: 'again' | 'nothing' | 'busy';
  since: string | null;
}

/**
 * Keys as former releases kept them: of nobody, unique in the entity. They are claimed as those releases did it, so that
 * a process of one that still runs and one of this release never do the same request side by side.
 */
export class FormerKeys {
  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly lease: number,
  ) {}

  /** Whether the key was used for the same request, and the stream that its command writes to. */
  async look(key: string, hashes: readonly string[]): Promise<{ same: boolean; stream?: string }> {
    const { rows } = await this.pool.query<{ hash: string; stream: string }>(
      'select hash, stream from write_side.idempotency where key = $1 and isfinite(created_at)',
      [key],
    );
    const [row] = rows;
    return row ? { same: hashes.includes(row.hash), stream: row.stream } : { same: true };
  }

  async claim({ key, former }: Pick<Wanted, 'key' | 'former'>): Promise<FormerClaimed> {
    const { rows } = await this.pool.query<{ settled: boolean; since: string }>({
      name: 'former-claim',
      text: `
        update write_side.idempotency set created_at = clock_timestamp(), hash = $2
        where key = $1 and hash in ($2, $3) and isfinite(created_at)
          and (settled or created_at < clock_timestamp() - $4 * interval '1 ms')
        returning settled, created_at::text as since`,
      values: [key, ...former, this.lease],
    });
    const [row] = rows;
    if (!row) return { claim: 'busy', since: null };
    return { claim: row.settled ? 'nothing' : 'again', since: row.since };
  }

  async release({ key, hash, since }: Held): Promise<void> {
    await this.pool.query(
      'delete from write_side.idempotency where key = $1 and hash = $2 and created_at = $3',
      [key, hash, since],
    );
  }

  async complete({ key, hash, since }: Held): Promise<void> {
    await this.pool.query(
      'update write_side.idempotency set settled = true where key = $1 and hash = $2 and created_at = $3',
      [key, hash, since],
    );
  }
}
