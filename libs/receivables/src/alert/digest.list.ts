import { code, date, id, list, orNull, text, uuid, whole } from '@quittance/reading';
import { DIGEST_STATUSES } from './digest.decider.js';

const DIGEST_COLUMNS = {
  id: uuid('Of the digest', '8f14e45f-ceea-5a7a-9c1b-2f1d3c4b5a69'),
  personId: id('Whom it is for', 'anna', { facet: true }),
  on: date('Business date', '2026-03-31', { sql: 'r.drawn_up_on' }),
  alerts: code('mail or webhook', 'mail', { facet: true }),
  status: code(DIGEST_STATUSES.join(', '), 'sent', { facet: true }),
  language: code('en, it, bg or de', 'it'),
  named: whole('How many things to look at it names: of a mail, when it left', 7),
  more: whole('How many there are beside them', 0),
  attempts: whole('How often it was tried', 1),
  code: orNull(code('Why it failed, or was dropped; null: it was not', '550'), null),
  address: orNull(text('Whom it was sent to; null: it was not, or was erased', 'anna@example.com')),
  line: orNull(text('Its subject, as sent', '7 invoices to look at on 31 March 2026')),
  messageId: orNull(text('Its Message-ID', '<8f14e45f-ceea-5a7a-9c1b-2f1d3c4b5a69@example.com>')),
  response: orNull(text('What the mail server said', '250 queued')),
};

export const DIGEST_ROWS = `select v.id, v.person_id, v.drawn_up_on, v.drawn_up_on as "on", v.alerts, v.status, v.language, v.named, v.more,
  v.attempts, v.code, v.address, v.line, v.message_id, v.response, v.revision::text from live.digests v`;

/** What people were told, one row a person and day; as it stands. */
export const DIGESTS = list({
  name: 'digests',
  columns: DIGEST_COLUMNS,
  identity: 'id',
  sort: '-on',
  axes: false,
  words: ['personId', 'line'],
  rows: ({ cut }) => ({ relation: `${DIGEST_ROWS} where ${cut.known('v')}` }),
});
