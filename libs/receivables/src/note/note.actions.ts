import fc from 'fast-check';
import { once } from '../../../../test/faults/support/books/balance.js';
import { action, type FeatureActions, nth, which } from '../../../../test/histories/simulated/action.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import type { Sheet } from '../../../../test/histories/simulated/books.js';
import { invoiceId, invoiceNumbered, onInvoice } from '../invoice/invoice.actions.js';
import { AddInvoiceNote } from './note.commands.js';
import { type NoteRow, notes } from './note.tables.js';

/** Ids of notes, with the number of the invoice. */
const NOTES: Sheet<Map<string, string>> = { name: 'notes', blank: () => new Map() };

const add = action({
  do: 'note',
  weight: 1,
  draw: fc.record({ invoice: which }),
  words: ({ invoice }) => `write a note on the ${nth(invoice)} invoice`,
  command: ({ invoice }, books) => {
    const number = invoiceNumbered(books, invoice);
    return number === undefined ? undefined : { number };
  },
  verdict: () => 'ok',
  take: ({ number }, books, { noteId }) => void books.on(NOTES).set(noteId!, number),
  request: ({ number }) => onInvoice(number, AddInvoiceNote, 'notes', { text: 'He looks for it.' }),
});

export const noteActions: FeatureActions = {
  actions: [add],
  balances: [
    {
      of: 'notes',
      projection: 'notes',
      what: 'what was written down',
      sql: 'select id::text, invoice_id, customer_id, noted_on, follow_up_on from live.notes',
      must: (facts) =>
        once(facts, 'NoteAdded', 'noteId', ({ said }) => [
          ...[said.invoiceId, said.customerId, said.notedOn, said.followUpOn],
        ]),
    },
  ],
  agrees: (books, tables) => {
    const is = tables.rows<NoteRow>(notes).map((row) => [row.id, row.invoice_id]);
    const must = [...books.on(NOTES)].map(([id, number]) => [id, invoiceId(number)]);
    equal('notes', is.sort(), must.sort());
  },
};
