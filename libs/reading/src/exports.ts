import type { Actor } from '@quittance/kernel';
import type { Pool } from 'pg';

/** Who took which rows away. */
export interface Export {
  actor?: Actor;
  /** `/v1/invoices`. */
  path: string;
  /** As it was asked, without `?`. */
  question: string;
  /** How far the projector was. */
  position: bigint;
}

/**
 * The lines that exports leave, outside the event log: one is committed before the first row leaves, and says at the end how many
 * rows did.
 */
export class ExportLog {
  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  /** The rows, counted. */
  async counted<Row>(taken: Export, rows: AsyncIterable<Row>): Promise<AsyncIterable<Row>> {
    const { actor, path, question, position } = taken;
    const { rows: made } = await this.pool.query<{ id: string }>(
      `insert into write_side.exports (actor, roles, path, question, position) values ($1, $2, $3, $4, $5) returning id`,
      [actor?.id ?? 'unknown', actor?.roles ?? [], path, question, String(position)],
    );
    return this.counting(made[0]!.id, rows);
  }

  private async *counting<Row>(id: string, rows: AsyncIterable<Row>): AsyncGenerator<Row> {
    let count = 0;
    let whole = false;
    try {
      for await (const row of rows) {
        count += 1;
        yield row;
      }
      whole = true;
    } finally {
      await this.pool.query(`update write_side.exports set rows = $2, whole = $3 where id = $1`, [
        id,
        count,
        whole,
      ]);
    }
  }
}
