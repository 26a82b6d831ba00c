import type { Pool } from 'pg';

/** Asks the invoices again for what a crash left pending between a payment and their answers. */
export class FinishPayments {
  /** @param settle asks each invoice named by the payment, by commands with ids that never change. */
  constructor(
    private readonly database: Pool,
    private readonly settle: (paymentId: string) => Promise<unknown>,
  ) {}

  /** At most 100 payments that have been pending for some seconds; their rows are a hint, the streams decide. */
  async run(): Promise<number> {
    const { rows } = await this.database.query<{ id: string }>(LEFT_PENDING);
    for (const { id } of rows) await this.settle(id);
    return rows.length;
  }
}

// Younger ones are still being settled by the request that recorded them.
const LEFT_PENDING = `
  select id from live.payments
   where pending > 0
     and position <= (select position from mirror.facts where recorded_max < now() - interval '5 seconds'
                       order by recorded_max desc, position desc limit 1)
   order by position limit 100`;
