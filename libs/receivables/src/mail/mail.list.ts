import { code, date, id, list, orNull, text, truth, uuid, whole } from '@quittance/reading';
import { lastName } from '../reporting/named.sql.js';
import { MAIL_STATUSES } from './mail.decider.js';

const MAIL_COLUMNS = {
  id: uuid('Of the mail', '8f14e45f-ceea-5a7a-9c1b-2f1d3c4b5a69'),
  customerId: id('Whom it goes to', 'C-104', { facet: true }),
  customerName: orNull(text('Name of the customer', 'Rossi S.r.l.')),
  status: code(MAIL_STATUSES.join(', '), 'sent', { facet: true }),
  draftedOn: date('Business date of the run', '2026-03-31'),
  language: code('en, it, bg or de', 'it'),
  tone: code('friendly, formal or firm', 'friendly', { facet: true }),
  template: code('Key of its text', 'reminder'),
  items: whole('How many reminders are in it', 2),
  waits: truth('Whether a person looks at it before it leaves', true),
  attempts: whole('How often it was tried', 1),
  code: orNull(code('Why it failed, or came back; null: it did not', '550'), null),
  address: orNull(text('Whom it was sent to; null: it was not, or was erased', 'billing@example.com')),
  line: orNull(text('Its subject, as sent or as a person wrote it', 'Fattura 2026-0117: 720,00 EUR')),
  messageId: orNull(text('Its Message-ID', '<8f14e45f-ceea-5a7a-9c1b-2f1d3c4b5a69@example.com>')),
  response: orNull(text('What the mail server said, or why it was refused', '250 queued')),
};

/** @param name what gives the name of the customer of `v` */
export const mailRows = (
  name: string,
): string => `select v.id, v.customer_id, (${name}) as customer_name, v.status, v.drafted_on, v.language, v.tone, v.template, v.waits,
  (select count(*)::int from live.mail_items i where i.mail_id = v.id and i.code is null) as items,
  v.attempts, v.code, v.address, v.line, v.message_id, v.response, v.revision::text from live.mails v`;

/** Mails as they stand; the audit trail tells their past. */
export const MAILS = list({
  name: 'mails',
  columns: MAIL_COLUMNS,
  identity: 'id',
  sort: '-draftedOn',
  axes: false,
  words: ['customerId', 'customerName', 'line'],
  rows: ({ cut }) => ({ relation: `${mailRows(lastName(cut, 'v.customer_id'))} where ${cut.known('v')}` }),
});
