import type { Actor } from '@quittance/kernel';
import { type Execute, type Outcome, StoreUnavailableError } from '@quittance/event-store';
import { createHash } from 'node:crypto';
import { Bind, Cut } from '@quittance/reading';
import type { Pool } from 'pg';
import { type AllPolicies, policiesOn } from '../policy/policy.cut.js';
import { HoldEscalations } from '../policy/first-run.commands.js';
import { MOST_UNASKED, type Policies } from '../policy/policy.stream.js';
import { type Candidate, candidates } from './candidates.sql.js';
import { ChaseInvoice } from './dunning.commands.js';
import { escalationsOfFirstRun } from './first-run.sql.js';

/** What a run (or one page of it) did. Counts are of facts that are new: a second run of a day has none. */
export interface DunningRunResult {
  /** The run's business day. */
  on: string;
  considered: number;
  planned: number;
  skipped: number;
  escalated: number;
  /** Invoices that could not be chased now: the others go on, these come again with the next run. */
  failed: number;
  /** Escalations of a first run that wait for a manager's confirmation; none were made. */
  held: number;
  /** Where to go on; null when every invoice was looked at. */
  next: string | null;
}

/** Who asked for the run: a person over HTTP, or the reactor in the morning. */
export interface RunBy {
  actor: Actor;
  correlationId: string;
}

/** How a page is chased. */
interface Chasing {
  on: string;
  /** Escalations that wait for a manager. */
  held: number;
  policies: Policies | undefined;
  by: RunBy;
}

const COUNTED = {
  ReminderPlanned: 'planned',
  ReminderSkipped: 'skipped',
  InvoiceEscalated: 'escalated',
  OwnerAlerted: 'escalated',
  CollectionProposed: 'escalated',
} as const;

/**
 * Chases the invoices that have a step to come on a business day. The read model only says whom to look at; what
 * happens is decided from the invoice's own stream, so a stale row or a second run does no harm.
 */
export class DunningRun {
  constructor(
    private readonly database: Pool,
    private readonly commands: { execute: Execute },
    /** As the store has them now; undefined: nothing was ever said of any. */
    private readonly policies: () => Promise<Policies | undefined>,
  ) {}

  /** One page of at most `limit` invoices, after the id `after`. */
  async page(on: string, by: RunBy, { after = NOBODY, limit = 1_000 } = {}): Promise<DunningRunResult> {
    const bind = new Bind();
    const cut = new Cut(bind, { asOf: on }, true);
    const policies = await policiesOn(this.database, on);
    const stored = await this.stored(on, policies, by);
    const { escalations = 0, confirmed } = stored?.firstRun ?? {};
    const held = confirmed ? 0 : escalations;
    const statement = candidates(cut, bind, { policies, after, limit });
    const { rows } = await this.database.query<Candidate>(statement, bind.values);
    const result = { on, considered: rows.length, planned: 0, skipped: 0, escalated: 0, failed: 0, held };
    for (let i = 0; i < rows.length; i += AT_ONCE) {
      const chased = rows
        .slice(i, i + AT_ONCE)
        .map((row) => this.chase(row, { on, held, by, policies: stored }));
      for (const outcome of await Promise.allSettled(chased)) {
        if (outcome.status === 'rejected') {
          // A store that is away ends the run; one invoice that cannot be chased does not.
          if (outcome.reason instanceof StoreUnavailableError) throw outcome.reason;
          result.failed += 1;
          continue;
        }
        const { facts, replayed } = outcome.value;
        if (replayed) continue;
        for (const { type } of facts) if (type in COUNTED) result[COUNTED[type as keyof typeof COUNTED]] += 1;
      }
    }
    return { ...result, next: rows.length < limit ? null : rows[rows.length - 1]!.id };
  }

  /** The whole run, page by page. */
  async all(on: string, by: RunBy): Promise<DunningRunResult> {
    const total = { on, considered: 0, planned: 0, skipped: 0, escalated: 0, failed: 0, held: 0, next: null };
    for (let after: string | undefined; ;) {
      const page = await this.page(on, by, { after });
      for (const count of ['considered', 'planned', 'skipped', 'escalated', 'failed'] as const)
        total[count] += page[count];
      total.held = page.held;
      if (page.next === null) return total;
      after = page.next;
    }
  }

  /**
   * The policies by which a page is chased, and whether escalations wait for a manager. Each page asks: a first run is held before it
   * escalates anything, whichever page of it comes first. Two runs at once hold them once.
   */
  private async stored(
    on: string,
    policies: AllPolicies,
    { actor, correlationId }: RunBy,
  ): Promise<Policies | undefined> {
    const before = await this.policies();
    if (before?.firstRun) return before;
    const bind = new Bind();
    const select = escalationsOfFirstRun(new Cut(bind, { asOf: on }, true), bind, policies);
    if (select === undefined) return before;
    const { rows } = await this.database.query<{ escalations: number }>(select, bind.values);
    const { escalations } = rows[0]!;
    if (escalations <= MOST_UNASKED) return before;
    const key = `hold-escalations/${on}`;
    const context = { key, hash: key, actor, correlationId, causationId: correlationId };
    await this.commands.execute(Object.assign(new HoldEscalations(), { on, escalations, context }));
    return this.policies();
  }

  private chase(
    { id, agreed_due_on, merged_with: mergedWith, decided_at, older, may_bounce, ...held }: Candidate,
    { on, held: waiting, policies, by: { actor, correlationId } }: Chasing,
  ): Promise<Outcome> {
    const { unapplied, credits, pending } = held;
    const holding =
      older === null || unapplied === null || credits === null || pending === null
        ? undefined
        : { unapplied, credits, pending, older };
    // A step that was held up is decided again, on the same day too; what was done is done, whatever the key.
    const said = ['chase', id, agreed_due_on, on, decided_at, ...Object.values(holding ?? {})];
    // What was held until a manager confirms it is decided again at once.
    if (waiting > 0) said.push('held');
    const key = said.join('/');
    const hash = createHash('sha256').update(key).digest('hex');
    const context = { key, hash, actor, correlationId, causationId: correlationId };
    const command = { invoiceId: id, on, policies, mergedWith, holding, mayBounce: may_bounce, context };
    return this.commands.execute(Object.assign(new ChaseInvoice(), command));
  }
}

const AT_ONCE = 16;
const NOBODY = '00000000-0000-0000-0000-000000000000';
