import { code, date, id, list, orNull, text, uuid } from '@quittance/reading';

const SENDING_COLUMNS = {
  id: id('Position of its fact', '4711'),
  invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  channel: code('mail, post, portal, edi or other', 'mail'),
  recipient: orNull(text('To whom; null: nobody said, or erased', 'accounts@rossi.example')),
  sentOn: date('Business date it counts from', '2026-04-01'),
  actor: id('Who recorded it', 'maria'),
};

/** How invoices were sent, as it stands or as it was known at a place of both axes. */
export const SENDINGS = list({
  name: 'sendings',
  columns: SENDING_COLUMNS,
  identity: 'id',
  sort: '-sentOn',
  words: ['recipient'],
  rows: ({ cut, place }) => ({
    relation: `
      select s.position::text as id, s.invoice_id, s.channel, s.recipient, s.sent_on, s.actor
      from live.sendings s where ${place ? cut.line('s', 'sent_on') : cut.known('s')}`,
  }),
});
