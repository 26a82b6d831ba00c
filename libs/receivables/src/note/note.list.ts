import { type Cut, date, id, list, orNull, text, uuid } from '@quittance/reading';
import { openAt } from '../ledger/sums.js';
import { why } from '../reporting/why.sql.js';

const NOTE_COLUMNS = {
  id: uuid('Of the note', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  invoiceId: orNull(uuid('Of the invoice; null: about the customer', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c')),
  number: orNull(id('Number of the invoice', '2026-0117')),
  customerId: id('The customer, or who owes the invoice', 'C-104'),
  notedOn: date('Business date it counts from', '2026-04-20'),
  followUpOn: orNull(date('When somebody is to come back to it', '2026-05-31')),
  text: orNull(text('What was said or seen; null: erased', 'Called Mr Neri: he looks for it.')),
  actor: id('Who wrote it', 'maria'),
};

/** Notes as they stand, or as they were known at a place of both axes. */
export const NOTES = list({
  name: 'notes',
  columns: NOTE_COLUMNS,
  identity: 'id',
  sort: '-notedOn',
  words: ['number', 'text'],
  // A row has one fact and never changes: it is there or not.
  rows: ({ cut, place }) => ({
    relation: `
      select v.id, v.invoice_id, v.number, v.customer_id, v.noted_on, v.follow_up_on, v.text, v.actor
      from live.notes v where ${place ? cut.line('v', 'noted_on') : cut.known('v')}`,
  }),
});

/** Notes to which somebody is to come back by the day of the cut; of an invoice as long as something is open of it. */
export const followUps = (cut: Cut): string => `
  select t.id as source, t.invoice_id, t.customer_id, null as owner_id, t.follow_up_on as since, null as amount, null as currency,
         ${why('noted on {notedOn} by {actor}', { notedOn: 't.noted_on', actor: 't.actor' })}
  from live.notes t where ${cut.line('t', 'noted_on')} and t.follow_up_on <= ${cut.day}
    and (t.invoice_id is null or ${openAt(cut, 't.invoice_id')} > 0)`;
