import { amount, code, date, id, list, orNull, shownOnly, text, uuid } from '@quittance/reading';
import { plansAt } from './plan.cut.js';

const PARTS = {
  type: 'array',
  items: {
    type: 'object',
    required: ['dueOn', 'amount'],
    properties: { dueOn: { type: 'string' }, amount: { type: 'string' } },
  },
};

const PLAN_COLUMNS = {
  id: uuid('Of the plan', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  number: id('Number of the invoice', '2026-0117'),
  customerId: id('Who owes it', 'C-104', { facet: true }),
  currency: code('ISO 4217', 'EUR', { facet: true }),
  amount: amount('The sum of its parts: what was open when it was agreed', '120.00', { sum: true }),
  settled: amount('What settled the invoice from agreedOn on', '60.00', { sum: true }),
  instalments: shownOnly(
    'Its parts in order of date',
    PARTS,
    [{ dueOn: '2026-05-31', amount: '60.00' }],
    (cell) => cell as { dueOn: string; amount: string }[],
    { jsonOnly: true },
  ),
  agreedOn: date('Business date from which it counts', '2026-05-04'),
  state: code('holds, broken, done or revoked, at asOf as known', 'holds', { facet: true }),
  brokenOn: orNull(date('From when it is broken; null: it is not', '2026-06-01'), null),
  reason: orNull(text('Why; null: erased', 'They cannot pay it at once.')),
  revokedOn: orNull(date('First day after it; null: nobody revoked it', '2026-05-20'), null),
  revocation: orNull(text('Why it was revoked; null: nobody did, or erased', 'Another plan.'), null),
};

/** Plans with what became of each: today, or at a place of both axes. */
export const PLANS = list({
  name: 'plans',
  columns: PLAN_COLUMNS,
  identity: 'id',
  sort: '-agreedOn',
  words: ['number', 'reason'],
  rows: ({ cut }) => ({ relation: plansAt(cut) }),
});
