import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';

/**
 * Hashes of requests under a secret of the installation. A request may hold names: from a plain hash of it in a fact,
 * anyone could confirm a guessed one. The secret lies in the vault, never leaves it with an export, never changes.
 */
export class Fingerprints {
  private secret?: Promise<Buffer>;

  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  /** HMAC-SHA-256 (hex) of a request's hash. */
  async of(hash: string): Promise<string> {
    this.secret ??= this.read().catch((error: unknown) => {
      this.secret = undefined; // asked again by the next request
      throw error;
    });
    return createHmac('sha256', await this.secret)
      .update(hash)
      .digest('hex');
  }

  private async read(): Promise<Buffer> {
    const { rows } = await this.pool.query<{ secret: Buffer }>(
      "select secret from vault.secrets where name = 'command-hash'",
    );
    if (!rows[0]) throw new Error('vault.secrets has lost its row command-hash: restore it from a backup');
    return rows[0].secret;
  }
}
