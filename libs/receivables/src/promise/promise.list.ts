import { amount, code, date, id, list, orNull, text, uuid } from '@quittance/reading';
import { promisesAt } from './promise.cut.js';

const PROMISE_COLUMNS = {
  id: uuid('Of the promise', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  number: id('Number of the invoice', '2026-0117'),
  customerId: id('Who owes it', 'C-104', { facet: true }),
  currency: code('ISO 4217', 'EUR', { facet: true }),
  amount: amount('What was promised', '120.00', { sum: true }),
  paid: amount('What payments received from madeOn to promisedOn settled of the invoice', '40.00'),
  promisedOn: date('Business date by the end of which it is to be paid', '2026-05-31'),
  madeOn: date('Business date from which it counts', '2026-05-04'),
  state: code('open, kept, broken, moot or withdrawn, at asOf as known', 'open', { facet: true }),
  madeBy: orNull(text('Who promised it; null: not stated, or erased', 'Mr Rossi, on the phone')),
  reason: orNull(text('Why not now; null: not stated, or erased', 'Their client pays then.')),
  withdrawnOn: orNull(date('First day after it; null: nobody withdrew it', '2026-05-20'), null),
  withdrawal: orNull(text('Why it was withdrawn; null: nobody did, or erased', 'Another day.'), null),
};

/** Promises with what became of each: today, or at a place of both axes. */
export const PROMISES = list({
  name: 'promises',
  columns: PROMISE_COLUMNS,
  identity: 'id',
  sort: 'promisedOn',
  words: ['number', 'madeBy', 'reason'],
  rows: ({ cut }) => ({ relation: promisesAt(cut) }),
});
