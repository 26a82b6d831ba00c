import {
  answerOf,
  byName,
  count,
  listOf,
  money,
  oneOf,
  NEXT,
  orNull,
  part,
  PLACE,
  type Says,
  truth,
  words,
} from '@quittance/reading';
import type { Aged, AgedRow, AgingAnswer } from './aging.answer.js';
import { type Basis, BASES } from './buckets.js';
import { NEWEST } from './definitions/index.js';

// The answer of aging, as OpenAPI shows it.

const BUCKET = part('Invoices with something open, by age', {
  count: count('Invoices', 1),
  amount: money('What is open on them', '720.00'),
});
const of = (invoices: number, amount: string) => ({ count: invoices, amount });

/** A currency's totals. */
const AGED = {
  currency: words('ISO 4217', 'EUR'),
  buckets: byName('By the names of the buckets that were asked for', BUCKET, {
    not_due: of(1, '300.00'),
    '1-30': of(1, '720.00'),
    '31-60': of(0, '0.00'),
    '61-90': of(0, '0.00'),
    '90+': of(0, '0.00'),
  }),
  open: money('What is open', '1020.00'),
  overdue: money('The part past its due date: the agreed one, unless the basis is contractual', '720.00'),
  extended: money('The part whose agreed due date is not the contractual one', '720.00'),
  disputed: money('The part that is disputed; in aging/1 always 0.00', '0.00'),
  unapplied: money('Money that settles nothing; positive', '20.00'),
  pending: money('Money meant for invoices that have not answered; positive', '0.00'),
  credits: money('What is left of credit notes, positive; from aging/2 on', '0.00'),
  control: money('Issued less received and credited, worked out without the other columns', '1000.00'),
  balanced: truth('Whether open - unapplied - pending - credits = control', true),
} satisfies Says<Aged>;

const ROW = {
  key: orNull(words('Id of the customer or owner; null: money of nobody known', 'C-104')),
  name: orNull(words('Name', 'Rossi S.r.l.')),
  ...AGED,
} satisfies Says<AgedRow>;

export const AGING_ANSWER = answerOf(
  {
    ...PLACE,
    definition: words('Rules by which it is computed', `aging/${NEWEST}`),
    basis: oneOf<Basis>('What the age counts from', BASES, 'agreed'),
    by: orNull(oneOf('What the rows are; null: there are totals only', ['customer', 'owner'], 'customer')),
    currency: words('The only currency, where one was asked for', 'EUR'),
    sort: words('Order of the rows, where one was asked for', '-open'),
    currencies: listOf('Totals, a row a currency', AGED, ['credits']),
    rows: listOf('A row a customer or owner, and currency', ROW, ['credits']),
    next: NEXT,
  } satisfies Says<AgingAnswer>,
  ['currency', 'sort'],
);

const { asOf, ...KNOWN } = PLACE;

const POINT = { asOf, currencies: listOf('Totals, a row a currency', AGED, ['credits']) };

/** The answer of the series. */
export const SERIES_ANSWER = answerOf(
  {
    ...KNOWN,
    definition: words('Rules by which it is computed', `aging/${NEWEST}`),
    basis: oneOf<Basis>('What the age counts from', BASES, 'agreed'),
    currency: words('The only currency, where one was asked for', 'EUR'),
    step: words('A point at the end of each', 'month'),
    from: { ...asOf, about: 'The first day that was asked for' },
    to: { ...asOf, about: 'The last day that was asked for' },
    points: listOf('A point a day, ascending', POINT),
  },
  ['currency'],
);
