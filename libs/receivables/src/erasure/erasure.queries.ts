import { Injectable } from '@nestjs/common';
import { unknown } from '@quittance/reading';
import { Pool } from 'pg';

/** What an erasure has come to. */
export interface ErasureItem {
  /** Name of the stream whose key it was. */
  subject: string;
  /** Position of the fact. */
  position: string;
  erasedAt: string;
  /** Whether the key is destroyed. */
  keyDestroyed: boolean;
  /** Rows emptied, by table. */
  emptied: Record<string, number>;
  /** When the files of the emptied tables were rewritten; null: not yet. */
  rewrittenAt: string | null;
  /** Emptied tables that are too large to be rewritten at once: `vacuum full` in a quiet hour. */
  tooLarge: string[];
}

interface ErasureRow {
  subject: string;
  position: bigint;
  erased_at: Date;
  destroyed: boolean;
  emptied: Record<string, number>;
  vacuumed_at: Date | null;
  too_large: string[];
}

@Injectable()
export class ErasureQueries {
  constructor(private readonly pool: Pool) {}

  /** @param id as answered by the erasure. @throws Rejection 404 */
  async details(id: string): Promise<ErasureItem> {
    const subjects = ['customer', 'person', 'payment'].map((kind) => `${kind}-${id}`);
    const { rows } = await this.pool.query<ErasureRow>(
      `select e.*, coalesce(k.key is null, true) as destroyed
       from projector.erasures e left join vault.keys k using (subject) where subject = any ($1)`,
      [subjects],
    );
    const [row] = rows;
    if (!row) throw unknown('erasure');
    return {
      subject: row.subject,
      position: String(row.position),
      erasedAt: row.erased_at.toISOString(),
      keyDestroyed: row.destroyed,
      emptied: row.emptied,
      rewrittenAt: row.vacuumed_at?.toISOString() ?? null,
      tooLarge: row.too_large,
    };
  }
}
