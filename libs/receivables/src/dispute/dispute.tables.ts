import { table } from '@quittance/read-model';

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
  comment: 'Disputes of invoices as they stand now; one row each',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Of the dispute, as the API answers it' },
    invoice_id: { type: 'uuid', comment: 'Of the invoice: invoices.id' },
    number: { type: 'text', comment: 'Number of the invoice' },
    customer_id: { type: 'text', comment: 'Who owes it: customers.id' },
    currency: { type: 'text', comment: 'ISO 4217' },
    amount: { type: 'numeric', comment: 'What is disputed, in currency' },
    reason_code: { type: 'text', comment: 'Why, in kebab case' },
    reason: { type: 'text', nullable: true, personal: true, comment: 'Why' },
    owner_id: { type: 'text', nullable: true, comment: 'Who looks into it: people.id; null: nobody named' },
    answer_by: { type: 'date', nullable: true, comment: 'By when the customer is to have an answer' },
    disputed_on: { type: 'date', comment: 'Business date it counts from' },
    outcome: { type: 'text', nullable: true, comment: 'upheld, rejected or withdrawn; null: open' },
    upheld: { type: 'numeric', nullable: true, comment: 'What was upheld, in currency' },
    credit_note_id: { type: 'uuid', nullable: true, comment: 'The credit note that covers it' },
    resolved_on: { type: 'date', nullable: true, comment: 'Business date the resolution counts from' },
    resolution: { type: 'text', nullable: true, personal: true, comment: 'Why it was resolved so' },
    position: { type: 'bigint', comment: 'Position of its last fact' },
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
    'What is disputed of invoices, on both axes: a dispute adds its amount, its resolution takes it away again. The sum of an invoice at a cut, at most what is open there, is its disputed part',
  key: ['position'],
  columns: {
    position: { type: 'bigint', comment: 'Position of the fact: known=recorded cuts on it' },
    invoice_id: { type: 'uuid', comment: 'Of the invoice: invoices.id' },
    dispute_id: { type: 'uuid', comment: 'Of the dispute: disputes.id' },
    currency: { type: 'text', comment: 'ISO 4217' },
    amount: { type: 'numeric', comment: 'In currency; above zero: raised, below: resolved' },
    effective_on: { type: 'date', comment: "Business date it counts from, in the entity's zone" },
    stated_at: { type: 'timestamptz', comment: 'Stated instant, else recorded: known=stated cuts on it' },
  },
  indexes: ['(invoice_id)', '(dispute_id)'],
});
