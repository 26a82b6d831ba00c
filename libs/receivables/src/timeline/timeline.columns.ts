import {
  answerOf,
  askable,
  asIs,
  code,
  type Columns,
  count,
  date,
  decimal,
  id,
  instant,
  type ItemOf,
  listOf,
  money,
  orNull,
  pageOf,
  part,
  placed,
  text,
  texts,
  words,
} from '@quittance/reading';
import type { Params } from '../telling/sentences.js';

/** A fact as a line of a timeline. */
export const TIMELINE_SHOWN = {
  position: { ...decimal('Its place in the log', '48213'), type: 'whole', ask: '48213..' },
  stream: words('Its stream in the event store', 'invoice-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  revision: count('Its place in the stream', 1),
  type: code('Type of the fact', 'ExtensionGranted'),
  key: words('Names the sentence in every language', 'ExtensionGranted'),
  params: asIs<Params>(
    'What the sentence is made of: texts as the fact has them, how many a list holds; no personal data',
    { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    { number: '2026-0117', previousDueOn: '2026-03-02', agreedDueOn: '2026-03-16' },
  ),
  sentence: text(
    'What happened, in the language of the answer',
    'maria moved the agreed due date of invoice 2026-0117 from 2026-03-02 to 2026-03-16',
  ),
  actor: id('Who recorded it', 'maria'),
  roles: texts('Their roles at that time', ['clerk']),
  reason: orNull(text('Why, as stated', 'Goods came late')),
  effectiveOn: date('The business date it counts from', '2026-03-01'),
  originalOn: orNull(date('The business date as stated, where it counts from another', '2026-02-27'), null),
  recordedAt: instant('When the store recorded it', '2026-03-01T09:12:44.120Z'),
  statedRecordedAt: orNull(
    instant('When an imported history says it was recorded', '2026-03-01T09:12:44.120Z'),
    null,
  ),
  changes: listOf('What changed from what to what', {
    field: words('What changed', 'agreedDueOn'),
    from: orNull(words('Before, what is no single value as JSON; null: nothing', '2026-03-02')),
    to: orNull(words('After', '2026-03-16')),
  }),
  open: orNull(
    part('What was open on the invoice; null: it moved none of its money', {
      currency: words('ISO 4217', 'EUR'),
      before: money('Before the fact', '1220.00'),
      after: money('After it', '720.00'),
    }),
  ),
  causedBy: orNull(decimal('Position of the fact that caused it; null: a request did', '48210'), null),
  correlationId: orNull(words('Of the request, shared by everything that it caused', 'month-end-2026-03')),
  invoiceId: orNull(words('Of the invoice it is about', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c')),
  paymentId: orNull(words('Of the payment it is about', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'), null),
  customerId: orNull(words('Whom it is about', 'C-104')),
  parked: asIs<true | undefined>(
    'Its stream is parked: later facts are missing',
    { type: 'boolean', enum: [true] },
    undefined,
  ),
} satisfies Columns;

export type TimelineItem = ItemOf<typeof TIMELINE_SHOWN>;

export const TIMELINE_ASKED = askable({
  position: TIMELINE_SHOWN.position,
  type: TIMELINE_SHOWN.type,
  actor: TIMELINE_SHOWN.actor,
});

/** Columns that CSV has: what is one value. */
const { params: _p, changes: _c, open: _o, parked: _m, roles: _r, ...FLAT } = TIMELINE_SHOWN;
export const TIMELINE_CSV = FLAT;

export const TIMELINE_PAGE = placed(
  pageOf(answerOf(TIMELINE_SHOWN, ['parked']), { language: words('Of the sentences', 'en') }),
);
