import { code, date, id, list, orNull, text, uuid } from '@quittance/reading';
import { currentPauses, pausesAt, touchedPauses } from './pause.sql.js';

const PAUSE_COLUMNS = {
  id: uuid('Of the pause', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  invoiceId: orNull(
    uuid('Of the invoice; null: all of the customer is paused', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  ),
  number: orNull(id('Number of the invoice', '2026-0117')),
  customerId: id('Who owes it', 'C-104', { facet: true }),
  currency: orNull(code('ISO 4217', 'EUR', { facet: true })),
  pausedOn: date('Business date it counts from', '2026-04-20'),
  until: orNull(date('Last day of it; null: until somebody ends it', '2026-05-31')),
  reason: orNull(text('Why; null: erased', 'Their bank account is being moved.')),
  endedOn: orNull(date('First day after it; null: nobody ended it', '2026-05-04'), null),
  endReason: orNull(text('Why it was ended; null: nobody ended it, or erased', 'It is in use.'), null),
};

/** Pauses as they stand, or as they were known at a place of both axes. */
export const PAUSES = list({
  name: 'pauses',
  columns: PAUSE_COLUMNS,
  identity: 'id',
  sort: '-pausedOn',
  words: ['number', 'reason', 'endReason'],
  rows: ({ cut, place }) =>
    place ? { relation: pausesAt(cut) } : { relation: currentPauses(cut), touched: touchedPauses },
});
