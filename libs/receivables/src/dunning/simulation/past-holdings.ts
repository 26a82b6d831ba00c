import { Money } from '@quittance/kernel';
import { Bind } from '@quittance/reading';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { askedOf, type Holding } from '../asked.decider.js';
import type { DunningReferences } from '../dunning.decider.js';
import { cutOf, heldDays, openParts } from './simulation.sql.js';

interface HeldDay {
  party: string;
  currency: string;
  account: 'unapplied' | 'pending' | 'credit';
  counted_on: string;
  amount: string;
}

interface OpenPart {
  id: string;
  due_on: string;
  open: string;
}

/** Lists of open parts that are kept: of a customer, currency and day. */
const KEPT = 100;

/** What was held for some customers on days of the past, as was known then. */
export class PastHoldings {
  private readonly parts = new LRUCache<string, Promise<OpenPart[]>>({ max: KEPT });

  private constructor(
    private readonly pool: Pool,
    private readonly zone: string,
    private readonly days: readonly HeldDay[],
  ) {}

  /** Of these customers: what came to be held for them, and went. */
  static async of(pool: Pool, customers: readonly string[], zone: string): Promise<PastHoldings> {
    const bind = new Bind();
    const select = heldDays(bind, customers, zone);
    return new PastHoldings(pool, zone, (await pool.query<HeldDay>(select, bind.values)).rows);
  }

  /** What is set against an invoice on the day; `undefined`: nothing is held. */
  async against(
    { invoice, customers = [] }: DunningReferences['ChaseInvoice'],
    invoiceId: string,
    on: string,
  ): Promise<Holding | undefined> {
    if (!invoice?.issue) return undefined;
    const { customerId, currency } = invoice.issue;
    const ids = new Set([customerId, ...customers.flatMap(({ customer }) => customer?.customerId ?? [])]);
    const held = (account: HeldDay['account']): Money => {
      let sum = Money.zero(currency);
      for (const day of this.days)
        if (
          day.account === account &&
          day.currency === currency &&
          day.counted_on <= on &&
          ids.has(day.party)
        )
          sum = sum.plus(Money.of(day.amount, currency));
      return sum.isPositive ? sum : Money.zero(currency);
    };
    const [unapplied, pending, credits] = [held('unapplied'), held('pending'), held('credit')];
    if (![unapplied, pending, credits].some(({ isPositive }) => isPositive)) return undefined;
    const due = askedOf(invoice, [], on)[0]?.part.agreedDueOn ?? on;
    let older = Money.zero(currency);
    for (const part of await this.openParts([...ids].sort(), currency, on))
      if (part.id !== invoiceId && (part.due_on < due || (part.due_on === due && part.id < invoiceId)))
        older = older.plus(Money.of(part.open, currency));
    return {
      ...{ unapplied: unapplied.toString(), pending: pending.toString(), credits: credits.toString() },
      older: older.toString(),
    };
  }

  private openParts(customers: readonly string[], currency: string, on: string): Promise<OpenPart[]> {
    const key = JSON.stringify([customers, currency, on]);
    const bind = new Bind();
    const ask = async (): Promise<OpenPart[]> => {
      const select = openParts(bind, cutOf(bind, on, this.zone), { customers, currency });
      return (await this.pool.query<OpenPart>(select, bind.values)).rows;
    };
    const parts = this.parts.get(key) ?? ask();
    this.parts.set(key, parts);
    return parts;
  }
}
