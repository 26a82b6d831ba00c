import {
  answerOf,
  asIs,
  asText,
  byName,
  count,
  date,
  instant,
  listOf,
  money,
  oneOf,
  orNull,
  OTHER_PLACE,
  PLACE,
  schemaOf,
  text,
  truth,
  uuid,
  whole,
  words,
  decimal,
  asOneOf,
} from '@quittance/reading';
import { NEWEST } from '../reporting/definitions/index.js';

/** Which report is asked; the rest of the question is the report's own. */
export const REPORT = { report: { ...asOneOf('the report', 'aging'), required: true } };
/** Whose figure it is: a report's, or one of a customer, an invoice, a payment or a credit note. */
export const EXPLAINS = {
  report: {
    ...asOneOf('whose figure it is', 'aging', 'customer', 'invoice', 'payment', 'credit-note'),
    required: true,
  },
};

export const CELL = {
  cell: {
    ...asText(
      'the row and the column, as C-104/1-30: the key of a row (with `by`), nothing of the totals, - of money of nobody known; of a customer, an invoice, a payment or a credit note its id',
      'C-104/1-30',
    ),
    required: true,
  },
};

export const VERSUS = {
  ...OTHER_PLACE,
  row: asText('only this row, by its key, with the facts between', 'C-104'),
};

const QUESTION = {
  ...PLACE,
  definition: words('Rules by which it is computed', `aging/${NEWEST}`),
};

const TOLD = {
  position: decimal('Its place in the log', '48213'),
  type: words('Type of the fact', 'PaymentApplied'),
  sentence: text('What happened, in the language of `Accept-Language`', 'Quittance applied 500.00 EUR'),
  actor: words('Who recorded it', 'maria'),
  reason: orNull(text('Why, as stated', 'Goods came late')),
  effectiveOn: date('The business date it counts from', '2026-03-30'),
  recordedAt: instant('When the store recorded it', '2026-04-02T07:00:05.000Z'),
  statedRecordedAt: orNull(instant('When imported history says it was', '2026-04-02T07:00:05.000Z'), null),
};

const INPUT = {
  name: words('Its column', 'total'),
  sign: oneOf('Whether it is added or taken', ['+', '-'], '+'),
  amount: money('As the row has it', '1220.00'),
};

const LINE = {
  kind: oneOf('What it is', ['invoice', 'payment', 'credit-note', 'column', 'fact'], 'invoice'),
  id: orNull(uuid('Of the invoice, payment or credit note', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c')),
  number: orNull(words('Its number; of a column its name', '2026-0117')),
  customerId: orNull(words('Whose it is', 'C-104')),
  customerName: orNull(words('Name of the customer', 'Rossi S.r.l.')),
  instalment: orNull(whole('Which of its parts, from 1', 1), null),
  dueOn: orNull(date('Due date by the basis of the question', '2026-03-02')),
  days: orNull(whole('Days since then on the day of the question; below 0: to come', 29)),
  amount: money('What of the figure it makes', '720.00'),
  fact: asIs<object | undefined>('Of a line that is a fact: what it says', schemaOf(TOLD), undefined),
};

export const EXPLAINED = answerOf(
  {
    ...QUESTION,
    cell: words('As asked', 'C-104/1-30'),
    currency: words('ISO 4217', 'EUR'),
    figure: money('As the report has it', '720.00'),
    formula: words('What it is, with the numbers put in', '1 line = 720.00 EUR'),
    inputs: asIs<object[] | undefined>(
      'Figures that it is worked out of: cells of the same row',
      { type: 'array', items: schemaOf(INPUT) },
      undefined,
    ),
    count: count('Lines in all', 1),
    sum: money('What all lines come to, added up from each document or fact', '720.00'),
    equal: truth('Whether that is the figure', true),
    lines: listOf('The largest first, facts the latest first, at most 500', LINE, ['fact']),
  },
  ['inputs'],
);

const AMOUNTS = byName('Columns of the row, the buckets by name', money('Amount', '720.00'), {
  open: '720.00',
  '1-30': '720.00',
});

const FACT = {
  position: decimal('Its place in the log', '48213'),
  type: words('Type of the fact', 'ExtensionGranted'),
  sentence: text('What happened', 'maria moved the agreed due date of invoice 2026-0117'),
  actor: words('Who recorded it', 'maria'),
  reason: orNull(text('Why, as stated', 'Goods came late')),
  effectiveOn: date('The business date it counts from', '2026-03-30'),
  recordedAt: instant('When the store recorded it', '2026-04-02T07:00:05.000Z'),
  customerId: orNull(words('Whom it is about', 'C-104')),
  invoiceId: orNull(words('The invoice it is about', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c')),
  moved: listOf('By how much it moves what is open, and what is held, between the two', {
    currency: words('ISO 4217', 'EUR'),
    open: money('Of open', '-500.00'),
    held: money('Of unapplied, pending and credits together', '0.00'),
  }),
};

export const COMPARED = answerOf({
  ...QUESTION,
  versus: words('The other place: asOf, knownAt', '2026-03-31, 2026-04-02T07:00:00.000Z'),
  rows: listOf('Rows that differ, by key and currency, at most 500', {
    key: orNull(words('Id of the customer or owner; null: of the totals, or of nobody known', 'C-104')),
    name: orNull(words('Name', 'Rossi S.r.l.')),
    currency: words('ISO 4217', 'EUR'),
    a: AMOUNTS,
    b: AMOUNTS,
    difference: AMOUNTS,
  }),
  more: truth('Whether more rows differ', false),
  facts: listOf(
    'Facts that count at one of the two places and not at the other, in order, at most 500',
    FACT,
  ),
  moreFacts: truth('Whether there are more of them', false),
});
