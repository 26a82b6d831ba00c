import {
  asWhole,
  code,
  type Column,
  date,
  id,
  list,
  orNull,
  shownOnly,
  text,
  uuid,
  whole,
} from '@quittance/reading';
import { lateRecorded } from './late.sql.js';

const POSITION: Column<string> = {
  ...{ about: 'Position of the fact', example: '48213', type: 'whole', value: String },
  schema: { type: 'string', pattern: String.raw`^\d+$` },
};

/** Days after which a fact is late, where the question does not say. */
const DAYS = 30;

/** Facts that were recorded long after the day from which they count. */
export const LATE_RECORDED = list({
  name: 'late-recorded',
  columns: {
    id: POSITION,
    type: code('Type of the fact', 'PaymentReceived', { facet: true }),
    effectiveOn: date('Business date it counts from', '2026-03-31'),
    recordedAt: shownOnly(
      'When it was recorded; with `known=stated` when it says it was',
      { type: 'string', format: 'date-time' },
      '2026-05-12T08:00:00.000Z',
      (cell) => new Date(cell as string | Date).toISOString(),
    ),
    daysLate: whole('Days from the one to the other, in the entity’s zone', 42),
    actor: id('Who recorded it', 'carla', { facet: true }),
    invoiceId: orNull(uuid('The invoice it is about; null: none', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c')),
    customerId: orNull(id('The customer it is about; null: none', 'C-104')),
    customerName: orNull(text('Name of the customer', 'Rossi S.r.l.')),
    sentence: text(
      'What happened, in words',
      'carla recorded a payment of 100.00 EUR received on 2026-03-31',
    ),
  },
  identity: 'id',
  sort: '-daysLate',
  words: ['sentence'],
  more: { days: asWhole(`so many days late at least, ${DAYS} when left out`, 1, 36_500, '60') },
  rows: ({ more: { days = DAYS }, ...asked }) => ({ relation: lateRecorded(asked, days) }),
});
