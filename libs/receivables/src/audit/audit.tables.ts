import { table } from '@quittance/read-model';

/** Every fact as a line a person reads: who, when, why, what changed from what to what. */
export interface AuditRow {
  position: bigint;
  recorded_at: Date;
  effective_on: string;
  stream: string;
  revision: bigint;
  type: string;
  actor: string;
  invoice_id: string | null;
  payment_id: string | null;
  customer_id: string | null;
  sentence: string;
  reason: string | null;
}
export const auditTrail = table<AuditRow>({
  name: 'audit_trail',
  comment: 'Every fact in words, in the order of the log',
  key: ['position'],
  columns: {
    position: { type: 'bigint' },
    recorded_at: { type: 'timestamptz' },
    effective_on: { type: 'date' },
    stream: { type: 'text' },
    revision: { type: 'bigint' },
    type: { type: 'text' },
    actor: { type: 'text' },
    invoice_id: { type: 'uuid', nullable: true },
    payment_id: { type: 'uuid', nullable: true },
    customer_id: { type: 'text', nullable: true },
    sentence: { type: 'text', personal: true },
    reason: { type: 'text', nullable: true, personal: true },
  },
  indexes: ['(invoice_id, position)', '(customer_id, position)', '(actor, position)', '(type, position)'],
});
