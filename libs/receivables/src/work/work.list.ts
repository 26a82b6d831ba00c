import {
  amount,
  asText,
  code,
  date,
  id,
  list,
  orNull,
  shownOnly,
  text,
  uuid,
  whole,
} from '@quittance/reading';
import { lastName } from '../reporting/named.sql.js';
import { openWork } from './work.sql.js';

const WORK_COLUMNS = {
  id: text('What paths take', 'broken-promise.5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  kind: code('broken-promise, dispute-to-answer, ...', 'broken-promise', { facet: true }),
  invoiceId: orNull(
    uuid('Of the invoice; null: it is about no invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  ),
  number: orNull(id('Number of the invoice', '2026-0117')),
  customerId: orNull(id('The customer; null: nobody known', 'C-104', { facet: true })),
  customerName: orNull(text('Name of the customer', 'Rossi S.r.l.')),
  ownerId: shownOnly(
    'Who does it; null: nobody known',
    { type: ['string', 'null'] },
    'maria',
    (cell) => cell as string | null,
    { people: true },
  ),
  deputyId: orNull(id('Who stands in, while that person is away', 'lea'), null),
  why: text('Why, in English', '60.00 EUR promised by 2026-04-30'),
  params: {
    ...shownOnly(
      'What `why` names: each amount, day, code or person, as a text',
      { type: 'object', additionalProperties: { type: 'string' } },
      { amount: '60.00', currency: 'EUR', promisedOn: '2026-04-30' },
      (cell) => cell as Record<string, string>,
    ),
    jsonOnly: true,
  },
  since: date('Business date since which it waits', '2026-05-01'),
  amount: orNull(amount('What it is about', '60.00')),
  currency: orNull(code('ISO 4217', 'EUR')),
  next: text('What to do', 'Call, or agree on a plan'),
  urgency: whole('The lower, the more urgent: by kind, then by how long it waits', 1020574),
};

/** What is to be done today, the most urgent first, at a place of both axes. */
export const WORK = list({
  name: 'work',
  columns: WORK_COLUMNS,
  identity: 'id',
  sort: 'urgency',
  words: ['number', 'customerId', 'customerName', 'why'],
  more: { ownerId: asText('what this person does, and what they stand in for', 'maria') },
  where: ({ bind, more: { ownerId } }): Record<string, string> =>
    ownerId === undefined ? {} : { ownerId: `${bind.add(ownerId)}::text in (r.owner_id, r.deputy_id)` },
  facets: { ownerId: () => ({ value: 'r.owner_id' }) },
  lacks: { ownerId: () => 'r.owner_id is null' },
  rows: ({ cut }) => ({
    relation: `select o.*, (${lastName(cut, 'o.customer_id')}) as customer_name from (${openWork(cut)}) o`,
  }),
});
