import type { FactMetadata } from '@quittance/event-store';

/** A line of the audit trail with its fact as it was stored. */
export interface ToldRow {
  position: bigint;
  stream: string;
  revision: bigint;
  type: string;
  fact_id: string;
  data: Record<string, unknown>;
  metadata: FactMetadata;
  actor: string;
  sentence: string;
  reason: string | null;
  effective_on: string;
  recorded_at: Date;
  correlation_id: string | null;
  /** Position of the fact that caused it. */
  caused_by: bigint | null;
  invoice_id: string | null;
  payment_id: string | null;
  customer_id: string | null;
}

/** Lines of the audit trail, each with its fact and what caused it. */
export const TOLD = (lines: string): string => `
  select t.position, t.stream, t.revision, t.type, t.fact_id, f.data, f.metadata, t.actor, t.sentence, t.reason,
         t.effective_on, t.recorded_at, t.correlation_id, t.invoice_id, t.payment_id, t.customer_id,
         (select c.position from live.audit_trail c
          where c.correlation_id = t.correlation_id and c.fact_id::text = t.causation_id limit 1) as caused_by
  from (${lines}) t join mirror.facts f on f.position = t.position`;
