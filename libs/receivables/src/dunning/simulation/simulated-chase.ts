import type { ReadStreams } from '@quittance/event-store';
import { evolve, type FactOf, type Folding } from '@quittance/kernel';
import type { Holding } from '../asked.decider.js';
import { type Chase, goesOnOn } from '../chase.decider.js';
import { dunningDecider, type DunningReferences } from '../dunning.decider.js';
import type { DunningFacts } from '../dunning.events.js';
import { chaseReferences } from '../dunning.references.js';
import { policies, type Policies, type PolicyInForce } from '../../policy/policy.stream.js';

/** An invoice on a day: the streams as they stood then, and who may be one with its customer. */
export interface InvoiceOn {
  invoiceId: string;
  on: string;
  read: ReadStreams;
  entity: string;
  mergedWith: readonly string[];
  /** What was held for its customers then. */
  holdingOf: (references: DunningReferences['ChaseInvoice']) => Promise<Holding | undefined>;
}

/** What a run of the day would have recorded, and when the chase goes on by itself. */
export interface DayDecided {
  facts: FactOf<DunningFacts>[];
  next: string | undefined;
}

/** The chase of one invoice as the runs of one day after another would have decided it. Nothing is stored: what was decided is kept here. */
export class SimulatedChase {
  private done: Chase = dunningDecider.initial;

  /** @param policy of everybody; left out: those in force on each day */
  constructor(private readonly policy?: PolicyInForce) {}

  async run({ invoiceId, on, read, entity, mergedWith, holdingOf }: InvoiceOn): Promise<DayDecided> {
    const asked = this.policy ? chasedBy(this.policy, read) : read;
    const references = await chaseReferences({ invoiceId, mergedWith, on }, asked, entity);
    // Nobody need confirm what is only tried.
    references.unconfirmed = false;
    const { invoice, customers = [], policy, idOf } = references;
    if (!invoice) return { facts: [], next: undefined };
    const holding = await holdingOf(references);
    const facts = dunningDecider.decide.ChaseInvoice({ invoiceId, on, holding } as never, this.done, {
      today: on,
      id: invoiceId,
      references,
    } as never);
    for (const fact of facts) this.done = evolve(dunningDecider.evolve, this.done, fact);
    return { facts, next: goesOnOn(on, { invoice, customers, policy, holding, idOf }, this.done) };
  }
}

/** Streams in which the entity is chased by that policy, and nobody by another. */
function chasedBy(policy: PolicyInForce, read: ReadStreams): ReadStreams {
  const { policyId } = policy;
  const entity = { policyId, scope: 'entity', from: '0001-01-01', assignedOn: '0001-01-01' } as const;
  const all: Policies = { stored: new Map([[policyId, policy]]), assigned: [entity] };
  const latest = async <State>(folding: Folding<State>, stream: string): Promise<State | undefined> =>
    folding.category === policies.category ? (all as State) : read.latest(folding, stream);
  return { ...read, latest, cached: latest };
}
