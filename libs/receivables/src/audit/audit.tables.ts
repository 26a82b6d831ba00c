import { table } from '@quittance/read-model';
import { LINE } from '../columns.js';

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
  fact_id: string;
  correlation_id: string | null;
  causation_id: string | null;
  stated_at: Date;
}
export const auditTrail = table<AuditRow>({
  name: 'audit_trail',
  comment: 'Every fact in words, in the order of the log',
  key: ['position'],
  columns: {
    position: { type: 'bigint', comment: 'Position of the fact: mirror.facts.position' },
    recorded_at: { type: 'timestamptz', comment: 'When the event store recorded it' },
    effective_on: LINE.effective_on,
    stream: { type: 'text', comment: 'Stream of the fact' },
    revision: { type: 'bigint', comment: 'Place in its stream, from 0' },
    type: { type: 'text', comment: 'Type of the fact' },
    actor: { type: 'text', comment: 'Who recorded it: people.id, or system:... for a process of Quittance' },
    invoice_id: { type: 'uuid', nullable: true, comment: 'The invoice it is about, if any' },
    payment_id: { type: 'uuid', nullable: true, comment: 'The payment it is about, if any' },
    customer_id: { type: 'text', nullable: true, comment: 'The customer it is about, if any' },
    sentence: { type: 'text', personal: true, comment: 'What happened, in words' },
    reason: {
      type: 'text',
      nullable: true,
      personal: true,
      comment: 'Why, in the words of whoever recorded it',
    },
    fact_id: { type: 'uuid', comment: 'Id of the fact: mirror.facts.id' },
    correlation_id: {
      type: 'text',
      nullable: true,
      comment: 'Id of the request, shared by everything that it caused',
    },
    causation_id: {
      type: 'text',
      nullable: true,
      comment: 'Id of the fact that caused this one, else of the request',
    },
    stated_at: LINE.stated_at,
  },
  indexes: [
    // What a request caused, and among it what a fact caused.
    '(correlation_id, fact_id)',
    '(invoice_id, position)',
    '(payment_id, position) where payment_id is not null',
    '(customer_id, position)',
    '(actor, position)',
    '(type, position)',
  ],
});
