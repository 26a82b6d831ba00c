import { date, id, list, orNull, text, uuid } from '@quittance/reading';
import { currentInsolvencies, insolvenciesAt, touchedInsolvencies } from './insolvency.sql.js';

const INSOLVENCY_COLUMNS = {
  id: uuid('Of the insolvency', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  customerId: id('Who is insolvent', 'C-104'),
  since: date('Business date it counts from', '2026-06-01'),
  reference: orNull(id("Number of the court's file", 'IN 123/26')),
  reason: orNull(text('Why; null: erased', 'The court opened proceedings.')),
  endedOn: orNull(date('First day after it; null: it is not over', '2026-09-01'), null),
  endReason: orNull(text('Why it is over; null: it is not, or erased', 'They were closed.'), null),
};

/** Insolvencies as they stand, or as they were known at a place of both axes. */
export const INSOLVENCIES = list({
  name: 'insolvencies',
  columns: INSOLVENCY_COLUMNS,
  identity: 'id',
  sort: '-since',
  words: ['customerId', 'reference', 'reason', 'endReason'],
  rows: ({ cut, place }) =>
    place
      ? { relation: insolvenciesAt(cut) }
      : { relation: currentInsolvencies(cut), touched: touchedInsolvencies },
});
