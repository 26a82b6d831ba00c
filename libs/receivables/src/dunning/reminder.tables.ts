import { table } from '@quittance/read-model';
import { STATED } from '../columns.js';

export type ReminderStatus = 'planned' | 'skipped' | 'escalated';

/** A step of the dunning of an invoice, as it was decided: done once, and never changed. */
export interface ReminderRow {
  id: string;
  status: ReminderStatus;
  invoice_id: string;
  number: string;
  customer_id: string;
  step: string;
  agreed_due_on: string;
  decided_on: string;
  currency: string | null;
  open: string | null;
  owner_id: string | null;
  code: string | null;
  escalated_to: string | null;
  position: bigint;
  stated_at: Date;
}
export const reminders = table<ReminderRow>({
  name: 'reminders',
  comment:
    'Reminders planned and skipped, and escalations: one row for each step of an invoice and agreed due date',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the step: stepId of its fact' },
    status: { type: 'text', comment: 'planned, skipped or escalated' },
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    number: { type: 'text', comment: 'Number of the invoice' },
    customer_id: { type: 'text', comment: 'The customer of the invoice: customers.id' },
    step: { type: 'text', comment: 'due-3, due+3, due+7, due+14 or due+30: days from the agreed due date' },
    agreed_due_on: { type: 'date', comment: 'The agreed due date from which the step was counted' },
    decided_on: { type: 'date', comment: 'Business date on which it was planned, skipped or escalated' },
    currency: {
      type: 'text',
      nullable: true,
      comment: 'Currency of the invoice, ISO 4217; null where the step was skipped',
    },
    open: {
      type: 'numeric',
      nullable: true,
      comment: 'What was open then and not disputed, in currency; null where the step was skipped',
    },
    owner_id: {
      type: 'text',
      nullable: true,
      comment: 'The owner then: people.id; null where the step was skipped',
    },
    code: { type: 'text', nullable: true, comment: 'Why the step was skipped: superseded' },
    escalated_to: {
      type: 'text',
      nullable: true,
      comment: "The owner's manager, else their lead: people.id; null: none is known, or no escalation",
    },
    position: { type: 'bigint', comment: 'Position of its fact' },
    stated_at: STATED,
  },
  indexes: ['(decided_on, id)', '(invoice_id)', '(customer_id)'],
});
