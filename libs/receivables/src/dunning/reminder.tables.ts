import { table } from '@quittance/read-model';
import { STATED } from '../columns.js';

export const REMINDER_STATUSES = [
  ...(['planned', 'sent', 'refused', 'bounced', 'skipped', 'escalated', 'alerted', 'proposed'] as const),
] as const;
export type ReminderStatus = (typeof REMINDER_STATUSES)[number];

/** What was decided of a step, one row a fact: the last of a step says what became of it. */
export interface ReminderRow {
  id: string;
  status: ReminderStatus;
  invoice_id: string;
  number: string;
  customer_id: string;
  step: string;
  part: number;
  agreed_due_on: string;
  decided_on: string;
  currency: string | null;
  open: string | null;
  asked: string | null;
  owner_id: string | null;
  code: string | null;
  escalated_to: string | null;
  escalated_as: string | null;
  mail_id: string | null;
  policy_id: string | null;
  position: bigint;
  stated_at: Date;
}
export const reminders = table<ReminderRow>({
  name: 'reminders',
  comment:
    'What became of reminders, and escalations: one row a fact; of each step of an invoice, part and agreed due date the last one holds',
  key: ['id', 'position'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the step: stepId of its fact' },
    status: { type: 'text', comment: REMINDER_STATUSES.join(', ') },
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    number: { type: 'text', comment: 'Number of the invoice' },
    customer_id: { type: 'text', comment: 'The customer of the invoice: customers.id' },
    part: { type: 'integer', comment: 'Number of the instalment, from 1' },
    step: {
      type: 'text',
      comment: "The step by the policy's key: due+7 is 7 days after the agreed due date",
    },
    agreed_due_on: { type: 'date', comment: 'The agreed due date from which the step was counted' },
    decided_on: {
      type: 'date',
      comment: 'Business date on which it was planned, sent, skipped, escalated, ...',
    },
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
    asked: {
      type: 'numeric',
      nullable: true,
      comment: 'What the mail asks: open less what was held on account; null where no mail was planned',
    },
    owner_id: {
      type: 'text',
      nullable: true,
      comment: 'The owner then: people.id; null where the step was skipped',
    },
    code: {
      type: 'text',
      nullable: true,
      comment: 'Why the step was skipped (superseded, disputed, ...), or the mail bounced',
    },
    escalated_to: {
      type: 'text',
      nullable: true,
      comment: "The owner's manager, else their lead: people.id; null: none is known, or no escalation",
    },
    escalated_as: {
      type: 'text',
      nullable: true,
      comment: 'As what they were told: manager, lead or admin',
    },
    mail_id: { type: 'uuid', nullable: true, comment: 'The mail that it is in' },
    policy_id: { type: 'text', nullable: true, comment: 'The policy by which it was decided' },
    position: { type: 'bigint', comment: 'Position of its fact' },
    stated_at: STATED,
  },
  indexes: ['(decided_on, id)', '(invoice_id)', '(customer_id)'],
});
