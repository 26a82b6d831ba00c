import type { Changes, ProjectedFact, Projection } from '@quittance/read-model';
import type { FactType, ReceivablesFacts } from '../facts.js';
import { auditTrail } from './audit.tables.js';
import { SENTENCES, tell } from './sentences.js';

/** Every fact as a line that a person reads. */
export const auditProjection: Projection<ReceivablesFacts> = {
  name: 'audit',
  comment: 'Every fact in words: who, when, why, from what to what',
  tables: [auditTrail],
  on: Object.fromEntries(Object.keys(SENTENCES).map((type) => [type, write])),
};

/** What a fact is about, by the ids it carries. */
interface About {
  invoiceId?: string;
  paymentId?: string;
  customerId?: string | null;
}

function write(fact: ProjectedFact<ReceivablesFacts[FactType]>, changes: Changes): void {
  const actor = fact.metadata.actor.id;
  const { sentence, reason } = tell(fact.type as FactType, fact.data as never, actor);
  const about = fact.data as About;
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
  });
}
