import { amount, asOneOf, code, date, id, list, orNull, shownOnly, text, uuid } from '@quittance/reading';
import { currentDisputes, disputesAt, touchedDisputes } from './dispute.sql.js';

const STATUS = { type: 'string', enum: ['open', 'resolved'] };

export const DISPUTE_COLUMNS = {
  id: uuid('Of the dispute', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  number: id('Number of the invoice', '2026-0117'),
  customerId: id('Who owes it', 'C-104', { facet: true }),
  currency: code('ISO 4217', 'EUR', { facet: true }),
  amount: amount('What is disputed', '120.00', { sum: true }),
  reasonCode: code('Why, in kebab case', 'quality', { facet: true }),
  reason: orNull(text('Why; null: erased', 'Two of ten came broken.')),
  ownerId: orNull(id('Who looks into it; null: nobody is named', 'lea', { facet: true })),
  answerBy: orNull(date('By when the customer is to have an answer', '2026-05-04')),
  disputedOn: date('Business date it counts from', '2026-04-20'),
  status: shownOnly('open, or resolved by asOf', STATUS, 'open', (_cell, { outcome }) =>
    outcome === null ? 'open' : 'resolved',
  ),
  outcome: orNull(code('upheld, rejected or withdrawn; null: open', 'upheld', { facet: true }), null),
  upheld: orNull(amount('What was upheld; null: nothing', '60.00'), null),
  creditNoteId: orNull(uuid('The credit note that covers it', '7c1d0a5e-9b1f-5c58-8a57-3f1d2e4b6a70'), null),
  resolvedOn: orNull(date('Business date the resolution counts from', '2026-05-02'), null),
  resolution: orNull(text('Why it was resolved so; null: open or erased', 'Seen.'), null),
};

/** What it is called by the day. */
const STATUS_SQL = `case when r.outcome is null then 'open' else 'resolved' end`;

/** Disputes as they stand, or as they were known at a place of both axes. */
export const DISPUTES = list({
  name: 'disputes',
  columns: DISPUTE_COLUMNS,
  identity: 'id',
  sort: 'disputedOn',
  words: ['number', 'reason', 'resolution'],
  more: { status: asOneOf('open, or resolved by asOf', 'open', 'resolved') },
  where: ({ more: { status } }): Record<string, string> =>
    status ? { status: `r.outcome is ${status === 'open' ? '' : 'not '}null` } : {},
  facets: { status: () => ({ value: STATUS_SQL }) },
  rows: ({ cut, place }) =>
    place ? { relation: disputesAt(cut) } : { relation: currentDisputes(cut), touched: touchedDisputes },
});
