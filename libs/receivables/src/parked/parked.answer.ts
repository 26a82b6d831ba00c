import {
  answerOf,
  count,
  decimal,
  instant,
  listOf,
  money,
  orNull,
  pageOf,
  type Says,
  words,
} from '@quittance/reading';
import type { LeftOut } from './left-out.js';
import type { ParkedStream, ReleaseResult } from './parked.queries.js';

// What the routes of parked streams answer, as OpenAPI shows it.

const RELEASED = {
  projection: words('Which could not go on', 'invoices'),
  stream: words('Its name', 'invoice-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
} satisfies Says<ReleaseResult['released'][number]>;

const LEFT_OUT = {
  type: words('Type of the facts', 'PaymentApplied'),
  facts: count('Facts of the type', 1),
  currency: orNull(words('Of facts about money', 'EUR')),
  amount: orNull(money('Of facts about money', '500.00')),
} satisfies Says<LeftOut>;

const PARKED = {
  ...RELEASED,
  revision: decimal('Of the fact that it could not go on with', '1'),
  position: decimal('Of that fact', '184467'),
  type: words('Of that fact', 'PaymentApplied'),
  error: words('Without the values it quoted', 'invalid input syntax for type numeric: … (invoices.paid)'),
  since: instant('When it was parked', '2026-03-31T08:00:00.000Z'),
  number: orNull(words('Of the invoice, where the stream is one’s', '2026-0117')),
  customerId: orNull(words('Of the invoice, where the stream is one’s', 'C-104')),
  waiting: count('That fact and those after it', 2),
  leftOut: listOf('What reports leave out meanwhile', LEFT_OUT),
} satisfies Says<ParkedStream>;

export const PARKED_ANSWER = pageOf(answerOf(PARKED), { total: count('Rows in all', 1) });

export const RELEASE_ANSWER = answerOf({
  released: listOf('Those that go on', RELEASED),
  parked: listOf('Those that failed again', PARKED),
} satisfies Says<ReleaseResult>);
