import {
  among,
  amount,
  asUuid,
  code,
  type Cut,
  date,
  id,
  type ItemOf,
  list,
  orNull,
  shownOnly,
  text,
  uuid,
} from '@quittance/reading';
import { creditNotesAt, currentCreditNotes, meantBy, touchedCreditNotes } from './credit-note.sql.js';

const CORRECTED = {
  type: 'array',
  items: { type: 'object', properties: { invoiceId: { type: 'string' }, number: { type: 'string' } } },
};

/** A credit note: `total = applied + refunded + onAccount + cancelled`. */
export const CREDIT_NOTE_COLUMNS = {
  id: uuid('What paths take', '4f1b7c1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  number: id('Number of the credit note', 'CN-2026-007'),
  customerId: id('For whom it is', 'C-104', { facet: true }),
  customerName: orNull(text('Name of the customer', 'Rossi S.r.l.')),
  issuedOn: date('Business date of issue', '2026-03-10'),
  countsOn: date('It counts from it: the issue, or the opening when it was taken over', '2026-03-10'),
  currency: code('ISO 4217', 'EUR', { facet: true }),
  total: amount('Including VAT', '122.00', { sum: true }),
  net: orNull(amount('Without VAT; null: not stated', '100.00')),
  vat: orNull(amount('VAT; null: not stated', '22.00')),
  applied: amount('Settles invoices', '100.00', { sum: true }),
  refunded: amount('Paid out', '0.00', { sum: true }),
  onAccount: amount('What is left of it', '22.00', { sum: true, ask: '0.01' }),
  cancelled: amount('Issued by mistake', '0.00', { sum: true }),
  pending: amount('Of what is left: meant for invoices that have not answered', '0.00', { sum: true }),
  reasonCode: code('Why: price, quantity, quality, return, ...', 'quality', { facet: true }),
  reason: orNull(text('Why, as it was stated', 'Two of ten came broken.')),
  corrects: shownOnly(
    'Invoices that it corrects; moves no money',
    CORRECTED,
    [{ invoiceId: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c', number: '2026-0117' }],
    (cell) => cell as { invoiceId: string; number: string }[],
    { jsonOnly: true },
  ),
  correctsText: orNull(text('What it corrects, in words', 'Bonus of 2025')),
};

export type CreditNoteItem = ItemOf<typeof CREDIT_NOTE_COLUMNS> & { revision?: number };

/** Credit notes as they stand, or as they were known at a place of both axes. */
export const CREDIT_NOTES = list({
  name: 'credit-notes',
  columns: CREDIT_NOTE_COLUMNS,
  identity: 'id',
  sort: '-issuedOn',
  words: ['number', 'correctsText'],
  more: { appliedTo: asUuid('credit notes with a part meant for this invoice') },
  rows: ({ cut, bind, place, more: { appliedTo } }) => {
    const parts =
      appliedTo &&
      `select a.credit_note_id from live.credit_applications a
       where a.invoice_id = ${bind.add(appliedTo)} and ${meantBy(cut)}`;
    if (place) return { relation: among(creditNotesAt(cut), parts) };
    return {
      relation: among(currentCreditNotes(cut), parts),
      touched: (at: Cut) => among(touchedCreditNotes(at), parts),
    };
  },
});
