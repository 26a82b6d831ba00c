import type { FactMetadata } from '@quittance/event-store';
import type { Changes, ProjectedFact } from '@quittance/read-model';
import { type AnyFact, tellFact } from '../manifest/fact.js';
import type { DerivedProjection } from '../manifest/feature.js';
import { auditTrail } from './audit.tables.js';

/** Every fact as a line that a person reads. */
export const auditProjection: DerivedProjection = {
  name: 'audit',
  comment: 'Every fact in words: who, when, why, from what to what',
  tables: [auditTrail],
  derivedFrom: 'facts',
  from: ({ facts }) =>
    Object.fromEntries(Object.entries(facts).map(([type, declared]) => [type, write(declared)])),
};

/** What a fact is about, by the ids it carries. */
interface About {
  invoiceId?: string;
  paymentId?: string;
  customerId?: string | null;
}

const write =
  (declared: AnyFact) =>
  (fact: ProjectedFact<Record<string, unknown>>, changes: Changes): void => {
    const actor = fact.metadata.actor.id;
    const { sentence, reason } = tellFact(declared, fact.data, actor);
    const about = fact.data as About;
    const cause: Partial<FactMetadata> = fact.metadata;
    changes.put(auditTrail, {
      position: fact.at,
      recorded_at: fact.recordedAt,
      effective_on: fact.effectiveOn,
      stream: fact.stream,
      revision: fact.revision,
      type: fact.type,
      actor,
      invoice_id: about.invoiceId ?? null,
      payment_id: about.paymentId ?? null,
      customer_id: about.customerId ?? null,
      sentence,
      reason: reason ?? null,
      fact_id: fact.id,
      correlation_id: cause.$correlationId ?? null,
      causation_id: cause.$causationId ?? null,
      stated_at: fact.statedAt,
    });
  };
