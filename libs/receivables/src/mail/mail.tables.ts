import { standingTable, table } from '@quittance/read-model';
import { LINE, STATED } from '../columns.js';
import { MAIL_STATUSES, type MailStatus } from './mail.decider.js';

export interface MailRow {
  id: string;
  customer_id: string;
  drafted_on: string;
  language: string;
  tone: string;
  template: string;
  status: MailStatus;
  waits: boolean;
  attempts: number;
  tried_at: Date | null;
  code: string | null;
  permanent: boolean;
  message_id: string | null;
  sender: string | null;
  address: string | null;
  line: string | null;
  body: string | null;
  response: string | null;
  text: string | null;
  html: string | null;
}
const personal = { type: 'text', nullable: true, personal: true } as const;

export const mails = standingTable<MailRow>({
  name: 'mails',
  standsFor: { stream: 'mail', id: 'mailId' },
  comment: 'Mails to customers: drafted, looked at, sent once',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'As the API answers it' },
    customer_id: { type: 'text', comment: 'Whom it goes to: customers.id' },
    drafted_on: { type: 'date', comment: 'Business date of the run' },
    language: { type: 'text', comment: 'en, it, bg or de' },
    tone: { type: 'text', comment: 'friendly, formal or firm' },
    template: { type: 'text', comment: 'Key of its text' },
    status: { type: 'text', comment: MAIL_STATUSES.join(', ') },
    waits: { type: 'boolean', comment: 'Whether a person looks at it before it leaves' },
    attempts: { type: 'integer', comment: 'How often it was tried' },
    tried_at: { type: 'timestamptz', nullable: true, comment: 'When it was tried last' },
    code: { type: 'text', nullable: true, comment: 'Why it failed, or came back' },
    permanent: { type: 'boolean', comment: 'Whether it came back for good: nothing reaches that address' },
    message_id: { type: 'text', nullable: true, comment: 'Its Message-ID' },
    sender: { type: 'text', nullable: true, comment: 'Who sent it: Name <address>' },
    address: { ...personal, comment: 'Whom it was sent to' },
    line: { ...personal, comment: 'Its subject: as sent, or as a person wrote it' },
    body: { ...personal, comment: 'What a person wrote in place of the template' },
    response: { ...personal, comment: 'What the mail server said' },
    text: { ...personal, comment: 'As sent, plain' },
    html: { ...personal, comment: 'As sent, HTML' },
  },
  indexes: ['(status, position)', '(customer_id)'],
});

export interface MailItemRow {
  mail_id: string;
  step_id: string;
  invoice_id: string;
  number: string;
  currency: string;
  asked: string;
  on_account: string | null;
  agreed_due_on: string;
  code: string | null;
  position: bigint;
  stated_at: Date;
}
export const mailItems = table<MailItemRow>({
  name: 'mail_items',
  comment: 'What mails ask: one row a reminder in a mail',
  key: ['mail_id', 'step_id'],
  columns: {
    mail_id: { type: 'uuid', comment: 'The mail: mails.id' },
    step_id: { type: 'uuid', comment: 'The step: reminders.id' },
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    number: { type: 'text', comment: 'Number of the invoice' },
    currency: { type: 'text', comment: 'ISO 4217' },
    asked: { type: 'numeric', comment: 'What is asked, in currency' },
    on_account: { type: 'numeric', nullable: true, comment: 'What is held and set against it, in currency' },
    agreed_due_on: { type: 'date', comment: 'Agreed due date' },
    code: { type: 'text', nullable: true, comment: 'Why it was taken out of the mail; null: it is in it' },
    position: { type: 'bigint', comment: 'Position of the fact that put it in' },
    stated_at: STATED,
  },
  indexes: ['(step_id)'],
});

/** Where a mail stands that did not leave as it should: whoever reads it knows whether somebody has to look at it. */
export interface MailTroubleRow {
  position: bigint;
  mail_id: string;
  status: MailStatus;
  code: string | null;
  effective_on: string;
  stated_at: Date;
}
export const mailTroubles = table<MailTroubleRow>({
  name: 'mail_troubles',
  comment:
    'Mails that failed for good, or of which nobody knows whether they left, and what a person decided then',
  key: ['position'],
  columns: {
    position: LINE.position,
    mail_id: { type: 'uuid', comment: 'The mail: mails.id' },
    status: {
      type: 'text',
      comment: 'failed, unknown; or approved, refused, bounced: nobody need look at it any more',
    },
    code: { type: 'text', nullable: true, comment: 'Why it failed; null: otherwise' },
    effective_on: LINE.effective_on,
    stated_at: LINE.stated_at,
  },
  indexes: ['(mail_id, position)'],
});
