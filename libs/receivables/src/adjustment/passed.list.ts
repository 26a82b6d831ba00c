import { amount, code, date, id, list, shownOnly, uuid } from '@quittance/reading';
import { limitsPassed } from './passed.sql.js';

const POSITION = { type: 'string', pattern: String.raw`^\d+$` };

/** What one person settled although the customer's year was over its limit by then: two at once may both pass. */
export const LIMITS_PASSED = list({
  name: 'limits-passed',
  columns: {
    id: uuid('Of the write-off or settlement', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
    kind: code('How the invoice is settled: write-off, tolerance', 'write-off', { facet: true }),
    invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
    number: id('Number of the invoice', '2026-0117'),
    customerId: id('Whose year it is', 'C-104', { facet: true }),
    currency: code('ISO 4217', 'EUR', { facet: true }),
    amount: amount('What was settled by it', '60.00', { sum: true }),
    yearSum: amount('What the year came to with it, as recorded', '120.00'),
    yearLimit: amount('The limit of the year by which it was judged', '100.00'),
    judgedAt: shownOnly(
      'Position at which the ledger stood that it was judged by',
      POSITION,
      '48213',
      String,
    ),
    countsFrom: date('Business date it counts from', '2026-05-03'),
    requestedBy: id('Who settled it', 'carla', { facet: true }),
  },
  identity: 'id',
  sort: 'countsFrom',
  words: ['number'],
  rows: ({ cut, place }) => ({ relation: limitsPassed(place ? cut.line('s') : cut.known('s')) }),
});
