import { Inject, Injectable } from '@nestjs/common';
import { type BusinessDate, type Clock, daysBetween, wrong } from '@quittance/kernel';
import { Bind } from '@quittance/reading';
import { Pool } from 'pg';
import type { CountsFrom, PastStreams } from '../../manifest/past-streams.js';
import { CLOCK, ENTITY, STREAMS_BY_DAY, TIME_ZONE } from '../../parts.js';
import type { PolicyInForce } from '../../policy/policy.stream.js';
import { countsFrom } from './counts-from.js';
import { SimulatedCustomers } from './simulated-customers.js';
import { type Outcome, SimulationCounts } from './simulation.counts.js';
import { customersInRange, invoicesInRange, type Range } from './simulation.sql.js';

/** More would keep an API process busy for too long, and nobody reads that much. */
export const MOST_DAYS = 1_100;
export const MOST_INVOICES = 20_000;
/** What one customer owes is held against each day of theirs: more of it is neither fast nor small. */
export const MOST_OF_CUSTOMER = 5_000;

/** A policy as an answer names it; `null` both: those in force on each day. */
interface PolicyNamed {
  policyId: string | null;
  name: string | null;
}

/** A page of a simulation: whole customers. */
export interface SimulationPage {
  from: string;
  to: string;
  known: 'stated';
  /** Of the whole range. */
  invoicesInRange: number;
  /** Of this page. */
  customers: number;
  invoices: number;
  simulated: PolicyNamed & Outcome;
  beside: PolicyNamed & Outcome;
  next: string | null;
}

export interface SimulationAsked {
  from: BusinessDate;
  to: BusinessDate;
  simulated: PolicyInForce;
  /** Left out: the policies in force on each day. */
  beside?: PolicyInForce;
  /** The last customer of the page before. */
  after?: string;
  /** Invoices after which the page ends, with their customer. */
  limit: number;
}

/** What would have gone out by other policies, day by day over what was known on each day. Writes nothing. */
@Injectable()
export class SimulationQueries {
  constructor(
    private readonly pool: Pool,
    @Inject(STREAMS_BY_DAY) private readonly streams: (countsFrom: CountsFrom) => PastStreams,
    @Inject(ENTITY) private readonly entity: string,
    @Inject(TIME_ZONE) private readonly zone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page({ from, to, simulated, beside, after = '', limit }: SimulationAsked): Promise<SimulationPage> {
    this.mustBeBounded(from, to);
    const range = { from, to, zone: this.zone };
    const all = await this.mustBeFew(range);
    const counts = [simulated, beside].map((policy) => ({ policy, counts: new SimulationCounts() }));
    const customers = new SimulatedCustomers(
      { pool: this.pool, streams: this.streams(countsFrom(this.zone)), entity: this.entity },
      range,
      counts,
    );
    const found = await this.rows<{ customer_id: string; invoices: number }>((bind) =>
      customersInRange(bind, range, after, limit + 1),
    );
    let [looked, invoices, next]: [number, number, string | null] = [0, 0, null];
    for (const customer of found) {
      if (looked > 0 && invoices + customer.invoices > limit) break;
      await customers.chase(customer.customer_id);
      [looked, invoices, next] = [looked + 1, invoices + customer.invoices, customer.customer_id];
    }
    await customers.check();
    const named = ({ policy, counts: of }: (typeof counts)[number]) => ({
      ...{ policyId: policy?.policyId ?? null, name: policy?.name ?? null },
      ...of.outcome(),
    });
    return {
      ...{ from, to, known: 'stated', invoicesInRange: all, customers: looked, invoices },
      ...{ simulated: named(counts[0]!), beside: named(counts[1]!) },
      next: looked === found.length && found.length <= limit ? null : next,
    };
  }

  /** @returns how many invoices there are @throws Rejection too many, of all or of one customer */
  private async mustBeFew(range: Range): Promise<number> {
    const [counted] = await this.rows<{ invoices: number; largest: string | null; of_largest: number }>(
      (bind) => invoicesInRange(bind, range),
    );
    const { invoices, largest, of_largest: most } = counted!;
    const refuse = (rule: string, what: string): never => {
      throw wrong('/to', rule, range.to, `a shorter time: ${what}`);
    };
    if (invoices > MOST_INVOICES)
      refuse('invoices-most', `at most ${MOST_INVOICES} invoices, here ${invoices}`);
    if (most > MOST_OF_CUSTOMER)
      refuse(
        'invoices-of-customer-most',
        `at most ${MOST_OF_CUSTOMER} invoices of one customer, here ${most} of ${largest}`,
      );
    return invoices;
  }

  private mustBeBounded(from: BusinessDate, to: BusinessDate): void {
    if (to > this.clock.today())
      throw wrong('/to', 'not-in-future', to, `today (${this.clock.today()}) or earlier`);
    if (from > to) throw wrong('/from', 'before-to', from, `${to} or earlier`);
    const days = daysBetween(from, to) + 1;
    if (days > MOST_DAYS)
      throw wrong('/from', 'days-most', from, `a shorter time: at most ${MOST_DAYS} days, here ${days}`);
  }

  private async rows<Row extends object>(of: (bind: Bind) => string): Promise<Row[]> {
    const bind = new Bind();
    const select = of(bind);
    return (await this.pool.query<Row>(select, bind.values)).rows;
  }
}
