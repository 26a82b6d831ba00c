import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '@quittance/process';
import type { Pool } from 'pg';

/** Two tables of different projections, and what both must come to. */
interface Look {
  invoices: bigint;
  items: bigint;
  /** Open by the rows as they stand, and by the lines. */
  open: string;
  lines: string;
  /** Which tables they were. */
  generation: string;
}

const LOOK = `
  select i.count as invoices, r.count as items, i.open::text, r.open::text as lines,
         'live.invoices'::regclass::oid || ' ' || i.tables || ' ' || r.tables as generation
  from (select count(*), coalesce(sum(open), 0) as open, string_agg(distinct tableoid::text, ',') as tables from live.invoices) i,
       (select count(due_on), coalesce(sum(amount), 0) as open, string_agg(distinct tableoid::text, ',') as tables
        from live.ledger_lines where account = 'receivable') r`;

/**
 * People who read with SQL all the while, over connections of their own: by single statements, by prepared ones, and by
 * transactions that look twice at one moment. Each look must show whole tables that fit together.
 */
export class TableReaders {
  private stopping = false;
  private readonly pool: Pool;
  private readonly work: Promise<void>[];
  private seen = 0n;
  /** Looks, and the generations of tables that were seen. */
  looks = 0;
  readonly generations = new Set<string>();

  constructor(databaseUrl: string) {
    this.pool = openDatabase(databaseUrl, { max: 3, name: 'readers' });
    this.work = [
      () => this.once(LOOK),
      () => this.once({ name: 'look', text: LOOK }),
      () => this.twice(),
    ].map((look) => this.keepOn(look));
    for (const work of this.work) work.catch(() => undefined); // told by stop()
  }

  /** @throws Error for a look that was not whole */
  async stop(): Promise<void> {
    if (!this.stopping) {
      this.stopping = true;
      await Promise.allSettled(this.work);
      await this.pool.end();
    }
    await Promise.all(this.work);
  }

  /** Until they have looked so often again. */
  async lookAgain(times = 30): Promise<void> {
    const until = this.looks + times;
    while (this.looks < until) await this.once(LOOK);
  }

  private async keepOn(look: () => Promise<void>): Promise<void> {
    while (!this.stopping) {
      await look();
      await pause(10); // leaves the processor to others
    }
  }

  private async once(statement: string | { name: string; text: string }): Promise<void> {
    const least = this.seen;
    const { rows } = await this.pool.query<Look>(statement as string);
    this.judge(rows[0]!, least);
  }

  /** Both looks of a transaction at one moment are the same. */
  private async twice(): Promise<void> {
    const sql = await this.pool.connect();
    let whole = false;
    try {
      await sql.query('begin isolation level repeatable read read only');
      const least = this.seen;
      const { rows: before } = await sql.query<Look>(LOOK);
      const { rows: after } = await sql.query<Look>(LOOK);
      await sql.query('commit');
      if (JSON.stringify(text(before[0]!)) !== JSON.stringify(text(after[0]!)))
        throw new Error('one moment, two answers');
      this.judge(before[0]!, least);
      whole = true;
    } finally {
      sql.release(!whole);
    }
  }

  private judge(look: Look, least: bigint): void {
    const { invoices, items, open, lines, generation } = look;
    const whole = invoices === items && open === lines && invoices >= least;
    if (!whole || invoices === 0n)
      throw new Error(`not whole: ${JSON.stringify(text(look))}, seen before ${least}`);
    // Of one table the rows are of one generation; of both tables, of the same.
    const [, ofInvoices, ofItems] = generation.split(' ');
    for (const other of this.generations) {
      const [, otherInvoices, otherItems] = other.split(' ');
      if ((ofInvoices === otherInvoices) !== (ofItems === otherItems))
        throw new Error(`mixed: ${generation}, ${other}`);
    }
    this.generations.add(generation);
    if (invoices > this.seen) this.seen = invoices;
    this.looks += 1;
  }
}

const text = (look: Look): object => ({
  ...look,
  invoices: String(look.invoices),
  items: String(look.items),
});
