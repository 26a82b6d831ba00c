import { table } from '@quittance/read-model';
import { LINE, OF_INVOICE } from '../columns.js';

/** A dispute as it stands. */
export interface DisputeRow {
  id: string;
  invoice_id: string;
  number: string;
  customer_id: string;
  currency: string;
  amount: string;
  reason_code: string;
  reason: string | null;
  owner_id: string | null;
  answer_by: string | null;
  disputed_on: string;
  outcome: string | null;
  upheld: string | null;
  credit_note_id: string | null;
  resolved_on: string | null;
  resolution: string | null;
  position: bigint;
}
export const disputes = table<DisputeRow>({
  name: 'disputes',
  comment: 'Disputes of invoices as they stand now, one row for each',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the dispute, as the API answers it' },
    ...OF_INVOICE,
    amount: { type: 'numeric', comment: 'What is disputed, in currency' },
    reason_code: { type: 'text', comment: 'Why, in kebab case' },
    reason: {
      type: 'text',
      nullable: true,
      personal: true,
      comment: 'Why, in the words of whoever recorded it',
    },
    owner_id: {
      type: 'text',
      nullable: true,
      comment: 'The person who looks into it: people.id; null: nobody was named',
    },
    answer_by: { type: 'date', nullable: true, comment: 'Date by which the customer is to have an answer' },
    disputed_on: { type: 'date', comment: 'Business date from which it counts' },
    outcome: {
      type: 'text',
      nullable: true,
      comment: 'upheld, rejected or withdrawn; null: the dispute is open',
    },
    upheld: { type: 'numeric', nullable: true, comment: 'What was upheld, in currency; null: nothing' },
    credit_note_id: {
      type: 'uuid',
      nullable: true,
      comment: 'The credit note that covers what was upheld: credit_notes.id',
    },
    resolved_on: {
      type: 'date',
      nullable: true,
      comment: 'Business date from which the resolution counts; null: the dispute is open',
    },
    resolution: {
      type: 'text',
      nullable: true,
      personal: true,
      comment: 'Why it was resolved so, in the words of whoever recorded it',
    },
    position: { type: 'bigint', comment: 'Position of the last fact about it' },
  },
  indexes: ['(invoice_id)', '(customer_id)', '(position)', '(answer_by) where resolved_on is null'],
});

/** What a dispute adds to the disputed part of its invoice, or takes from it. */
export interface DisputeLine {
  position: bigint;
  invoice_id: string;
  dispute_id: string;
  currency: string;
  amount: string;
  effective_on: string;
  stated_at: Date;
}
export const disputeLines = table<DisputeLine>({
  name: 'dispute_lines',
  comment:
    'Changes of what is disputed of invoices: a dispute adds its amount, its resolution takes it away again; the disputed part of an invoice is the sum of its lines, but at most what is open',
  key: ['position'],
  columns: {
    position: LINE.position,
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    dispute_id: { type: 'uuid', comment: 'The dispute: disputes.id' },
    currency: { type: 'text', comment: 'ISO 4217' },
    amount: {
      type: 'numeric',
      comment: 'In currency; positive where a dispute was raised, negative where it was resolved',
    },
    effective_on: LINE.effective_on,
    stated_at: LINE.stated_at,
  },
  indexes: ['(invoice_id)', '(dispute_id)'],
});
