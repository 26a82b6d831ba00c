import { amount, code, date, id, listOf, orNull, shownOnly, text, uuid, whole } from '@quittance/reading';
import { NAMED_PART } from '../ledger/named-part.js';
import { termsShown } from '../terms/terms.column.js';

const asIs = (about: string, schema: object, example: unknown) =>
  shownOnly(about, schema, example, (cell) => cell);

/** What one invoice says beside what a list says of it. */
export const DETAIL_COLUMNS = {
  lines: asIs(
    'Lines of the invoice, as issued',
    {
      type: 'array',
      items: {
        type: 'object',
        required: ['amount'],
        properties: {
          description: { type: 'string' },
          quantity: { type: 'string' },
          unitPrice: { type: 'string' },
          net: { type: 'string' },
          vatRate: { type: 'string' },
          vat: { type: 'string' },
          amount: { type: 'string' },
        },
      },
    },
    [{ description: 'March, 10 days', amount: '1220.00' }],
  ),
  work: asIs(
    'What it is for',
    {
      type: ['object', 'null'],
      properties: {
        project: { type: 'string' },
        milestone: { type: 'string' },
        deliveredOn: { type: 'string' },
      },
    },
    { project: 'Harbour', milestone: 'M2' },
  ),
  terms: termsShown('Payment terms that dueOn was worked out from; null: dueOn was stated'),
  notes: orNull(text('Free text about it', ''), null),
  approvedBy: orNull(text('Who approved the work', ''), null),
  settledBy: asIs(
    'What settles it, by settlement kind: amounts in its currency',
    { type: 'object', additionalProperties: { type: 'string' } },
    { cash: '400.00', credit: '100.00' },
  ),
  settlements: listOf(
    'What settles it, whatever the kind: the latest 500, oldest first',
    {
      kind: code('cash, credit, ...', 'credit'),
      id: orNull(uuid('What an undo names', '7c2f9d0e-9f5c-5d0e-8a4e-8d1c1f2e3d4c')),
      sourceId: orNull(uuid('Of the payment or credit note', '4f1b7c1e-52a8-5d39-8a4e-8d1c1f2e3d4c')),
      amount: amount('Settles it; what was undone is not in it', '100.00'),
      on: date('From when it counts', '2026-03-10'),
      instalment: NAMED_PART,
    },
    ['instalment'],
  ),
  payments: listOf(
    'Parts of payments meant for it: the latest 500, oldest first',
    {
      paymentId: uuid('Of the payment', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
      allocationId: uuid('Of the allocation: what an undo names', '3c1d7a52-0b8e-5a63-9a7e-2f4c1b5d6e7f'),
      receivedOn: date('Bank date', '2026-03-05'),
      appliedOn: orNull(date('From when it counts; null unless applied', '2026-03-05')),
      requested: amount('Meant for the invoice', '500.00'),
      applied: amount('Taken by the invoice', '500.00'),
      status: code('pending, applied or refused', 'applied'),
      code: orNull(code('Why it was refused or cut', ''), null),
      instalment: NAMED_PART,
    },
    ['instalment'],
  ),
  instalments: listOf('Its parts, by number; none of an invoice that is due in one', {
    number: whole('From 1', 1),
    dueOn: date('Contractual due date', '2026-03-02'),
    agreedDueOn: date('Due date in force, by extensions', '2026-03-16'),
    amount: amount('As issued', '610.00'),
    open: amount('What is left of it', '110.00'),
  }),
  extensions: listOf('Later due dates', {
    extensionId: uuid('What a revocation names', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
    agreedDueOn: date('Agreed due date', '2026-03-16'),
    grantedOn: date('Counts from this day', '2026-03-01'),
    instalment: orNull(
      whole('The instalment that was moved; null: the invoice, or all whose date was earlier', 2),
      null,
    ),
    revokedOn: orNull(
      date('From this day on it holds no more; null: it was not revoked', '2026-03-10'),
      null,
    ),
    actor: orNull(id('Who granted it', 'maria')),
    reason: orNull(text('Why', 'Goods came late')),
  }),
  owners: listOf('Later owners', {
    ownerId: id('Who follows it up', 'maria'),
    assignedOn: date('Counts from this day', '2026-03-01'),
    actor: orNull(id('Who assigned it', 'anna')),
    reason: orNull(text('Why', 'Holiday')),
  }),
  nextStep: asIs(
    'What comes next of its chase, as `/v1/invoices/{id}/reminders/explain` says it, and what blocks it today; null: nothing does, ' +
      'nothing is open, or the question is of the past',
    {
      type: ['object', 'null'],
      required: ['key', 'kind', 'on', 'part', 'blockedBy'],
      properties: {
        ...{ key: { type: 'string' }, kind: { type: 'string' }, on: { type: 'string', format: 'date' } },
        ...{ part: { type: 'integer' }, blockedBy: { type: ['string', 'null'] } },
      },
    },
    { key: 'due+7', kind: 'remind', on: '2026-03-23', part: 1, blockedBy: null },
  ),
};
