import { amount, code, date, id, list, orNull, shownOnly, text, uuid } from '@quittance/reading';
import { lastName } from '../reporting/named.sql.js';

const [TEXT, WHOLE, DAY] = [{ type: 'string' }, { type: 'integer' }, { type: 'string', format: 'date' }];
const objectOf = (properties: object) => ({ type: 'object', properties });
const CONTENT = objectOf({
  ...{ dueOn: DAY, acceptDueBeforeIssue: { type: 'boolean' }, net: TEXT, vat: TEXT, ownerId: TEXT },
  terms: objectOf({ type: TEXT, days: WHOLE, months: WHOLE, day: WHOLE }),
  instalments: { type: 'array', items: objectOf({ dueOn: DAY, amount: TEXT }) },
  lines: {
    type: 'array',
    items: objectOf({
      ...{
        description: TEXT,
        quantity: TEXT,
        unitPrice: TEXT,
        net: TEXT,
        vatRate: TEXT,
        vat: TEXT,
        amount: TEXT,
      },
    }),
  },
  work: objectOf({ project: TEXT, milestone: TEXT, deliveredOn: TEXT }),
});

const DRAFT_COLUMNS = {
  id: uuid('Of the draft', '4f1b7c1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  customerId: id('Who is to owe it', 'C-104', { facet: true }),
  customerName: orNull(text('Name of the customer', 'Rossi S.r.l.')),
  currency: code('ISO 4217', 'EUR', { facet: true }),
  total: amount('Including VAT', '1220.00', { sum: true }),
  issuedOn: date('Day of issue that the invoice is to have', '2026-03-31'),
  status: code('draft, approved, issued or discarded', 'draft', { facet: true }),
  createdOn: date('Business date on which it was written', '2026-03-30'),
  createdBy: id('Who wrote it', 'maria'),
  approvedBy: orNull(id('Who approved it as it stands; null: nobody', 'anna')),
  number: orNull(id('Number of the invoice; null: not issued', '2026-0042'), null),
  invoiceId: orNull(uuid('Of the invoice; null: not issued', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'), null),
  notes: orNull(text('Free text about it', 'Send a copy to the site office.'), null),
  content: shownOnly(
    'What the invoice is to say beside: fields of POST /v1/invoices',
    CONTENT,
    { dueOn: '2026-04-30' },
    (cell) => cell as Record<string, unknown>,
    { jsonOnly: true },
  ),
};

const rows = (name: string): string => `
  select v.id, v.customer_id, (${name}) as customer_name, v.currency, v.total, v.issued_on, v.status, v.created_on, v.created_by,
         v.approved_by, v.number, v.invoice_id, v.notes, v.content, v.revision::text from live.drafts v`;

export const DRAFT_ROWS = rows('select c.name from live.customers c where c.id = v.customer_id');

/** Drafts as they stand. Nothing of them is owed, so that no report of a past day has them; the audit trail tells their past. */
export const DRAFTS = list({
  name: 'drafts',
  columns: DRAFT_COLUMNS,
  identity: 'id',
  sort: '-createdOn',
  axes: false,
  words: ['customerId', 'customerName', 'number', 'notes'],
  rows: ({ cut }) => ({ relation: `${rows(lastName(cut, 'v.customer_id'))} where ${cut.known('v')}` }),
});
