import type { Pool } from 'pg';

/** How often documents that a crash left pending are looked for, in milliseconds. */
export const FINISH_EVERY_MS = 5_000;
/** Documents asked about in one run. */
const AT_MOST = 100;

/** Of which documents something may be pending: a hint, the streams decide. */
export interface Pending {
  /** A table with `id` and `position`. */
  table: string;
  /** Whether something of a row is, as SQL. */
  pending: string;
}

/** Asks the invoices again for what a crash left pending between a document and their answers. */
export class FinishPending {
  /** Where the last run ended: documents that can never be finished must not hold back younger ones. */
  private after = -1n;

  /** @param finish asks each invoice that the document names, by commands with ids that never change. */
  constructor(
    private readonly database: Pool,
    private readonly of: Pending,
    private readonly finish: (id: string) => Promise<unknown>,
  ) {}

  /**
   * The next 100 documents that have been pending for some seconds, and round again.
   * @throws what the last one that failed said, when all were asked
   */
  async run(): Promise<number> {
    const { rows } = await this.database.query<{ id: string; position: bigint }>(leftPending(this.of), [
      String(this.after),
      AT_MOST,
    ]);
    this.after = rows.length < AT_MOST ? -1n : rows.at(-1)!.position;
    let failed: Error | undefined;
    for (const { id } of rows) await this.finish(id).catch((error: Error) => (failed = error));
    if (failed) throw failed;
    return rows.length;
  }
}

// Younger ones are still being finished by the request that recorded them.
const leftPending = ({ table, pending }: Pending): string => `
  select id, position from live.${table}
   where ${pending} and position > $1
     and position <= (select position from mirror.facts where recorded_max < now() - interval '5 seconds'
                       order by recorded_max desc, position desc limit 1)
   order by position limit $2`;
