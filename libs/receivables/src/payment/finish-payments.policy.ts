import type { Pool } from 'pg';

/** Payments asked about in one run. */
const AT_MOST = 100;

/** Asks the invoices again for what a crash left pending between a payment and their answers. */
export class FinishPayments {
  /** Where the last run ended: payments that can never be finished must not hold back younger ones. */
  private after = -1n;

  /** @param settle asks each invoice named by the payment, by commands with ids that never change. */
  constructor(
    private readonly database: Pool,
    private readonly settle: (paymentId: string) => Promise<unknown>,
  ) {}

  /**
   * The next 100 payments that have been pending for some seconds, and round again; their rows are a hint, the
   * streams decide. @throws what the last one that failed said, when all were asked
   */
  async run(): Promise<number> {
    const { rows } = await this.database.query<{ id: string; position: bigint }>(LEFT_PENDING, [
      String(this.after),
      AT_MOST,
    ]);
    this.after = rows.length < AT_MOST ? -1n : rows.at(-1)!.position;
    let failed: Error | undefined;
    for (const { id } of rows) await this.settle(id).catch((error: Error) => (failed = error));
    if (failed) throw failed;
    return rows.length;
  }
}

// Younger ones are still being settled by the request that recorded them.
const LEFT_PENDING = `
  select id, position from live.payments
   where pending > 0 and position > $1
     and position <= (select position from mirror.facts where recorded_max < now() - interval '5 seconds'
                       order by recorded_max desc, position desc limit 1)
   order by position limit $2`;
