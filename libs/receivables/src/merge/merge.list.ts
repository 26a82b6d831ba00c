import { date, id, list, orNull, shownOnly, text, uuid } from '@quittance/reading';
import { currentMerges, mergesAt, touchedMerges } from './merge.sql.js';

const MERGE_COLUMNS = {
  id: uuid('Of the merge', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  customerId: id('Who is shown as the other one', 'C-104'),
  intoCustomerId: id('The other one', 'C-101'),
  mergedOn: date('Business date it counts from', '2026-04-20'),
  reason: orNull(text('Why; null: erased', 'Registered twice.')),
  undone: shownOnly('Whether it was undone', { type: 'boolean' }, false, (cell) => cell as boolean),
  undoReason: orNull(text('Why it was undone; null: it was not, or erased', 'They are two.'), null),
};

/** Merges as they stand, or as they were known at a place of both axes. */
export const MERGES = list({
  name: 'merges',
  columns: MERGE_COLUMNS,
  identity: 'id',
  sort: '-mergedOn',
  words: ['customerId', 'intoCustomerId', 'reason'],
  rows: ({ cut, place }) =>
    place ? { relation: mergesAt(cut) } : { relation: currentMerges(cut), touched: touchedMerges },
});
