import { amount, code, date, id, list, orNull, shownOnly, text, uuid } from '@quittance/reading';
import { OTHER_KINDS, STATES } from './adjustment.commands.js';
import { adjustmentsAt, currentAdjustments, touchedAdjustments } from './adjustment.sql.js';

const STATUS = { type: 'string', enum: [...STATES] };

const OF_EACH = {
  invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  number: id('Number of the invoice', '2026-0117'),
  customerId: id('Who owed it', 'C-104', { facet: true }),
  currency: code('ISO 4217', 'EUR', { facet: true }),
  amount: amount('What was asked for', '120.00', { sum: true }),
  takenBack: amount('What of it was taken back', '0.00', { sum: true }),
  status: {
    ...code('requested, recorded, refused, undone or recovered by asOf', 'recorded', { facet: true }),
    schema: STATUS,
  },
  reason: orNull(text('Why; null: erased', 'Their company is dissolved.')),
  requestedBy: id('Who asked for it', 'carla', { facet: true }),
  requestedOn: date('Business date for which it was asked', '2026-05-02'),
  approvedBy: orNull(id('Second person who approved it; null: nobody', 'mara'), null),
  countsFrom: orNull(date('Business date it counts from; null: it does not', '2026-05-03'), null),
  because: orNull(
    shownOnly<string[]>(
      'Why it needed a second person: amount, customer-year, behind, terms, insolvency; null: it needed none',
      { type: 'array', items: { type: 'string' } },
      ['amount'],
      (cell) => cell as string[],
    ),
    null,
  ),
  refusal: orNull(text('Why it was refused; null: it was not, or erased', 'They will pay.'), null),
  undo: orNull(text('Why it was taken back; null: it was not, or erased', 'It was another invoice.'), null),
};

const WORDS = ['number', 'reason', 'refusal', 'undo'] as const;

const columnsOf = <C extends object>(columns: C) => ({
  ...{ id: uuid('What paths take', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c') },
  ...columns,
  ...OF_EACH,
});

/** Rows of some kinds, in the names of the list's columns. */
const chosen =
  (kinds: string) =>
  (rows: string): string =>
    `select s.*, s.asked_on as requested_on, s.recorded_on as counts_from from (${rows}) s where ${kinds}`;

/** Write-offs as they stand, or as they were known at a place of both axes. */
export const WRITTEN_OFF = list({
  name: 'write-offs',
  columns: columnsOf({
    reasonCode: code('Why, in kebab case', 'uncollectable', { facet: true }),
    vat: orNull(amount('VAT of it that is claimed back; null: none', '21.64'), null),
  }),
  identity: 'id',
  sort: 'requestedOn',
  words: WORDS,
  rows: ({ cut, place }) => {
    const rows = chosen(`s.kind = 'write-off'`);
    if (place) return { relation: rows(adjustmentsAt(cut)) };
    return { relation: rows(currentAdjustments(cut)), touched: (at) => rows(touchedAdjustments(at)) };
  },
});

/** Other settlements by a decision. */
export const SETTLEMENTS = list({
  name: 'settlements',
  columns: columnsOf({
    kind: code(`How the invoice is settled: ${OTHER_KINDS.join(', ')}`, 'bank-charge', { facet: true }),
    reference: orNull(id('What it is set against, or was told by', 'S-2026-88'), null),
  }),
  identity: 'id',
  sort: 'requestedOn',
  words: WORDS,
  rows: ({ cut, place }) => {
    const rows = chosen(`s.kind <> 'write-off'`);
    if (place) return { relation: rows(adjustmentsAt(cut)) };
    return { relation: rows(currentAdjustments(cut)), touched: (at) => rows(touchedAdjustments(at)) };
  },
});
