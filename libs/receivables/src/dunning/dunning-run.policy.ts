import { type Actor, sideBySide } from '@quittance/kernel';
import { type Execute, type Outcome, StoreUnavailableError } from '@quittance/event-store';
import { createHash, randomUUID } from 'node:crypto';
import { Bind, Cut } from '@quittance/reading';
import type { Pool } from 'pg';
import { type AllPolicies, policiesOn } from '../policy/policy.cut.js';
import { HoldEscalations } from '../policy/first-run.commands.js';
import { MOST_UNASKED, type Policies } from '../policy/policy.stream.js';
import { AskedOnce } from './asked-once.js';
import { type Candidate, candidates, endOfPage } from './candidates.sql.js';
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
  /** Of this page of this run alone: keys of its commands begin with it. */
  key: string;
  on: string;
  policies: Policies | undefined;
  once: AskedOnce;
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
  /** When it was last counted that a first run escalates little. */
  private few?: { on: string; at: number };

  constructor(
    private readonly database: Pool,
    private readonly commands: { execute: Execute },
    /** As the store has them now; undefined: nothing was ever said of any. */
    private readonly policies: () => Promise<Policies | undefined>,
  ) {}

  /** One page of at most `limit` invoices, after the id `after`. */
  async page(on: string, by: RunBy, { after = NOBODY, limit = 1_000 } = {}): Promise<DunningRunResult> {
    const policies = await policiesOn(this.database, on);
    const stored = await this.stored(on, policies, by, after === NOBODY);
    const { escalations = 0, confirmed } = stored?.firstRun ?? {};
    const held = confirmed ? 0 : escalations;
    const [end] = await this.asked<{ through: string | null }>(on, (cut, bind) =>
      endOfPage(cut, bind, { after, limit }),
    );
    const { through } = end!;
    const rows = await this.asked<Candidate>(on, (cut, bind) =>
      candidates(cut, bind, { policies, after, through }),
    );
    const result = { on, considered: rows.length, planned: 0, skipped: 0, escalated: 0, failed: 0, held };
    const chasing = { key: randomUUID(), on, by, policies: stored, once: new AskedOnce() };
    await sideBySide(AT_ONCE, rows, async (row) => {
      try {
        for (const { type } of (await this.chase(row, chasing)).facts)
          if (type in COUNTED) result[COUNTED[type as keyof typeof COUNTED]] += 1;
      } catch (error) {
        // A store that is away ends the run; one invoice that cannot be chased does not.
        if (error instanceof StoreUnavailableError) throw error;
        result.failed += 1;
      }
    });
    return { ...result, next: through };
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
   * The policies by which a page is chased, and whether escalations wait for a manager. A first run is held before it escalates
   * anything, whichever page of it comes first: pages that follow rely on a count that is at most a minute old. Two runs at once hold
   * them once.
   */
  private async stored(
    on: string,
    policies: AllPolicies,
    { actor, correlationId }: RunBy,
    begins: boolean,
  ): Promise<Policies | undefined> {
    const before = await this.policies();
    if (before?.firstRun) return before;
    const { few } = this;
    if (!begins && few?.on === on && performance.now() - few.at < COUNTED_FOR) return before;
    const [counted] = await this.asked<{ escalations: number }>(on, (cut, bind) =>
      escalationsOfFirstRun(cut, bind, policies),
    );
    const { escalations } = counted ?? { escalations: 0 };
    if (escalations <= MOST_UNASKED) {
      this.few = { on, at: performance.now() };
      return before;
    }
    const key = `hold-escalations/${on}`;
    const context = { key, hash: key, actor, correlationId, causationId: correlationId };
    await this.commands.execute(Object.assign(new HoldEscalations(), { on, escalations, context }));
    return this.policies();
  }

  /** What the tables say of the day; nothing, where there is nothing to ask. */
  private async asked<Row extends object>(
    on: string,
    select: (cut: Cut, bind: Bind) => string | undefined,
  ): Promise<Row[]> {
    const bind = new Bind();
    const text = select(new Cut(bind, { asOf: on }, true), bind);
    return text === undefined ? [] : (await this.database.query<Row>(text, bind.values)).rows;
  }

  private chase(
    { id, merged_with: mergedWith, decided_at, older, may_bounce, ...held }: Candidate,
    { key: page, on, policies, once, by: { actor, correlationId } }: Chasing,
  ): Promise<Outcome> {
    const { unapplied, credits, pending } = held;
    const holding =
      older === null || unapplied === null || credits === null || pending === null
        ? undefined
        : { unapplied, credits, pending, older };
    // Nobody else has the key, so no other's facts are taken for its own: what was done is done, whatever the key.
    const key = `chase/${page}/${id}`;
    const hash = createHash('sha256').update(key).digest('hex');
    const context = { key, hash, actor, correlationId, causationId: correlationId };
    const chased = decided_at !== null;
    const command = {
      invoiceId: id,
      on,
      policies,
      mergedWith,
      holding,
      mayBounce: may_bounce,
      chased,
      once,
      context,
    };
    return this.commands.execute(Object.assign(new ChaseInvoice(), command));
  }
}

const AT_ONCE = 32;
/** Milliseconds. */
const COUNTED_FOR = 60_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';
