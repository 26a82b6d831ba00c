import { code, date, id, list, orNull, text, uuid } from '@quittance/reading';
import { collectionsAt, currentCollections, touchedCollections } from './collection.sql.js';

const COLLECTION_COLUMNS = {
  id: uuid('Of the hand-over', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  number: id('Number of the invoice', '2026-0117'),
  customerId: id('Who owes it', 'C-104', { facet: true }),
  currency: code('ISO 4217', 'EUR', { facet: true }),
  agency: id('Who asks for the money', 'Recupero Crediti S.p.A.', { facet: true }),
  handedOverOn: date('Business date it counts from', '2026-06-01'),
  reason: orNull(text('Why; null: erased', 'Three promises were broken.')),
  returnedOn: orNull(date('First day after it; null: it is still there', '2026-09-01'), null),
  returnReason: orNull(text('Why it came back; null: it did not, or erased', 'Nobody was there.'), null),
};

/** Hand-overs to collection as they stand, or as they were known at a place of both axes. */
export const COLLECTIONS = list({
  name: 'collections',
  columns: COLLECTION_COLUMNS,
  identity: 'id',
  sort: '-handedOverOn',
  words: ['number', 'agency', 'reason', 'returnReason'],
  rows: ({ cut, place }) =>
    place
      ? { relation: collectionsAt(cut) }
      : { relation: currentCollections(cut), touched: touchedCollections },
});
