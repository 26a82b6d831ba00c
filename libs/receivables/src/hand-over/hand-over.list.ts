import { date, id, list, orNull, shownOnly, text, uuid } from '@quittance/reading';
import { currentHandOvers, handOversAt, touchedHandOvers } from './hand-over.sql.js';

const HAND_OVER_COLUMNS = {
  id: uuid('Of the hand-over', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  personId: id('Who gives', 'anna'),
  toPersonId: id('Who takes over', 'lea'),
  handedOverOn: date('Business date it counts from', '2026-04-20'),
  reason: orNull(text('Why; null: erased', 'Parental leave.')),
  undone: shownOnly('Whether it was undone', { type: 'boolean' }, false, (cell) => cell as boolean),
  undoReason: orNull(text('Why it was undone; null: it was not, or erased', 'A mistake.'), null),
};

/** Hand-overs as they stand, or as they were known at a place of both axes. */
export const HAND_OVERS = list({
  name: 'hand-overs',
  columns: HAND_OVER_COLUMNS,
  identity: 'id',
  sort: '-handedOverOn',
  words: ['personId', 'toPersonId', 'reason'],
  rows: ({ cut, place }) =>
    place ? { relation: handOversAt(cut) } : { relation: currentHandOvers(cut), touched: touchedHandOvers },
});
