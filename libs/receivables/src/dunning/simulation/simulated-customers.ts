import type { ReadStreams } from '@quittance/event-store';
import type { BusinessDate } from '@quittance/kernel';
import { Bind } from '@quittance/reading';
import type { Pool } from 'pg';
import type { PastStreams } from '../../manifest/past-streams.js';
import { policies, type PolicyInForce } from '../../policy/policy.stream.js';
import { customerStream, dunningStream, invoiceStream, policyStream } from '../../streams.js';
import { PastHoldings } from './past-holdings.js';
import { SimulatedChase } from './simulated-chase.js';
import type { SimulationCounts } from './simulation.counts.js';
import { everMergedWith, invoicesOfCustomer, openThen, type Range } from './simulation.sql.js';

/** A policy that is tried, and what comes of it; without a policy: those in force on each day. */
export interface Tried {
  policy: PolicyInForce | undefined;
  counts: SimulationCounts;
}

/** Where the past is read. */
export interface PastParts {
  pool: Pool;
  streams: PastStreams;
  entity: string;
}

/** A reminder that went out, to be held against the money. */
interface Reminded {
  invoiceId: string;
  on: BusinessDate;
  counts: SimulationCounts;
}

const AT_ONCE = 500;
const NONE = '00000000-0000-0000-0000-000000000000';

/** Chases all that customers owe by each of some policies, side by side, as the runs of one day after another would have. */
export class SimulatedCustomers {
  private reminded: Reminded[] = [];

  constructor(
    private readonly parts: PastParts,
    private readonly range: Range,
    private readonly tried: readonly Tried[],
  ) {}

  async chase(customerId: string): Promise<void> {
    const { pool, streams, entity } = this.parts;
    const related = (await pool.query<{ id: string }>(everMergedWith('$1'), [customerId])).rows.map(
      ({ id }) => id,
    );
    const holdings = await PastHoldings.of(pool, related, this.range.zone);
    const mergedWith = related.filter((id) => id !== customerId);
    const theirs = related.map((id) => customerStream(entity, id));
    for (let after: string | undefined = NONE; after !== undefined;) {
      const bind = new Bind();
      const select = invoicesOfCustomer(bind, this.range, { customerId, after, limit: AT_ONCE });
      const { rows } = await pool.query<{ id: string }>(select, bind.values);
      for (const { id } of rows) await this.invoice(id, { holdings, mergedWith, theirs });
      after = rows.length < AT_ONCE ? undefined : rows.at(-1)!.id;
    }
    for (const stream of theirs) streams.forget(stream);
  }

  private async invoice(
    invoiceId: string,
    of: { holdings: PastHoldings; mergedWith: readonly string[]; theirs: readonly string[] },
  ): Promise<void> {
    const { streams, entity } = this.parts;
    const { from, to } = this.range;
    const about = [invoiceStream(invoiceId), policyStream(entity), ...of.theirs];
    const chases = this.tried.map((each) => ({ ...each, chase: new SimulatedChase(each.policy) }));
    for (let on = await streams.nextAfter(about[0]!, ''); on !== undefined && on <= to;) {
      const read = streams.on(on);
      const day: BusinessDate = on;
      const ahead: (BusinessDate | undefined)[] = [];
      for (const { chase, counts } of chases) {
        const { mergedWith } = of;
        const { facts, next } = await chase.run({
          ...{ invoiceId, on, read, entity, mergedWith },
          holdingOf: (references) => of.holdings.against(references, invoiceId, day),
        });
        ahead.push(next);
        if (day >= from)
          for (const fact of facts) {
            counts.add(fact, day.slice(0, 7));
            if (fact.type === 'ReminderPlanned') this.reminded.push({ invoiceId, on: day, counts });
          }
      }
      for (const stream of about) ahead.push(await streams.nextAfter(stream, day));
      ahead.push(await this.assignedAfter(read, day));
      on = ahead.filter((each) => each !== undefined).sort()[0];
    }
    streams.forget(about[0]!);
    streams.forget(dunningStream(invoiceId));
    if (this.reminded.length >= AT_ONCE) await this.check();
  }

  /** The first day after it from which somebody is chased by another policy. */
  private async assignedAfter(read: ReadStreams, day: BusinessDate): Promise<BusinessDate | undefined> {
    const all = await read.latest(policies, policyStream(this.parts.entity));
    return all?.assigned
      .map(({ from }) => from)
      .filter((from) => from > day)
      .sort()[0];
  }

  /** Holds reminders against the ledger: none may have gone out after the money was known. */
  async check(): Promise<void> {
    const asked = this.reminded;
    this.reminded = [];
    if (asked.length === 0) return;
    const bind = new Bind();
    const select = openThen(bind, asked, this.range.zone);
    const { rows } = await this.parts.pool.query<{ known: boolean; meant: boolean }>(select, bind.values);
    rows.forEach(({ known, meant }, i) => {
      const { counts } = asked[i]!;
      if (!known) counts.afterPayment += 1;
      else if (!meant) counts.crossed += 1;
    });
  }
}
