import { beginningIndex, inParts, wordsIndex } from '../words.js';
import { standingTable } from '@quittance/read-model';
import { STATED } from '../columns.js';

/** An invoice as it stands at the projector's position. */
export interface InvoiceRow {
  id: string;
  number: string;
  customer_id: string;
  issued_on: string;
  due_on: string;
  agreed_due_on: string;
  currency: string;
  total: string;
  net: string | null;
  vat: string | null;
  paid: string;
  open: string;
  owner_id: string;
  /** Position and stated instant of InvoiceIssued: known since. */
  issued_at: bigint;
  issued_stated_at: Date;
  lines: unknown;
  work: unknown;
  terms: unknown;
  notes: string | null;
  over_limit: unknown;
  approved_by: string | null;
  /** For extensions and owners recorded out of order: the business date the current one counts from. */
  extended_on: string | null;
  assigned_on: string | null;
  opening_on: string | null;
  aged_apart: boolean;
  uneven: boolean;
  sent_on: string | null;
  voided_on: string | null;
}
export const invoices = standingTable<InvoiceRow>({
  name: 'invoices',
  comment: 'Invoices as they stand now, one row for each',
  key: ['id'],
  standsFor: { stream: 'invoice', id: 'invoiceId' },
  columns: {
    id: { type: 'uuid', comment: 'Id of the invoice, as the API answers it' },
    number: { type: 'text', comment: 'Number of the invoice' },
    customer_id: { type: 'text', comment: 'Who owes it: customers.id' },
    issued_on: { type: 'date', comment: 'Business date of issue' },
    due_on: { type: 'date', comment: 'Contractual due date' },
    agreed_due_on: {
      type: 'date',
      comment: 'Agreed due date: that of the last extension, else the contractual one',
    },
    currency: { type: 'text', comment: 'ISO 4217' },
    total: { type: 'numeric', comment: 'Including VAT, in currency' },
    net: { type: 'numeric', nullable: true, comment: 'Without VAT, in currency; null: not stated' },
    vat: { type: 'numeric', nullable: true, comment: 'VAT, in currency; null: not stated' },
    paid: { type: 'numeric', comment: 'Settled by payments, in currency' },
    open: {
      type: 'numeric',
      comment: 'Still to be paid, in currency: total less everything that settles it',
    },
    owner_id: { type: 'text', comment: 'The person who follows it up: people.id' },
    issued_at: { type: 'bigint', comment: 'Position of InvoiceIssued: the invoice is known from it on' },
    issued_stated_at: STATED,
    lines: {
      type: 'jsonb',
      nullable: true,
      comment: 'List of {description, quantity, unitPrice, net, vatRate, vat, amount}',
    },
    work: { type: 'jsonb', nullable: true, comment: 'What it is for: {project, milestone, deliveredOn}' },
    terms: {
      type: 'jsonb',
      nullable: true,
      comment: 'Payment terms from which due_on was worked out; null: due_on was stated',
    },
    over_limit: {
      type: 'jsonb',
      nullable: true,
      comment: 'Where it brought its customer above their credit limit: {limit, owed, judgedAt}',
    },
    notes: { type: 'text', nullable: true, personal: true, comment: 'Free text about the invoice' },
    approved_by: {
      type: 'text',
      nullable: true,
      personal: true,
      comment: 'Who approved it, at the customer',
    },
    extended_on: {
      type: 'date',
      nullable: true,
      comment: 'Business date from which agreed_due_on counts; null: never extended',
    },
    assigned_on: {
      type: 'date',
      nullable: true,
      comment: 'Business date from which owner_id counts; null: from the issue',
    },
    opening_on: {
      type: 'date',
      nullable: true,
      comment: 'Business date from which it counts, when it was taken over; null: from issued_on',
    },
    aged_apart: {
      type: 'boolean',
      comment:
        'It has instalments (instalment_lines), or was taken over: its age is not that of agreed_due_on, or of its line in the ledger',
    },
    uneven: {
      type: 'boolean',
      comment:
        'Something was agreed about it (an extension, a plan), or an instalment was settled by its number: whatever became of that since',
    },
    sent_on: {
      type: 'date',
      nullable: true,
      comment: 'Business date on which it was first sent; null: never',
    },
    voided_on: {
      type: 'date',
      nullable: true,
      comment: 'Business date from which it is void; null: it is not',
    },
  },
  indexes: [
    '(number collate "C", id)',
    '(projector.folded(number) collate "C")',
    beginningIndex('number'),
    wordsIndex(inParts('number')),
    '(customer_id)',
    '(issued_on) where over_limit is not null',
    '(owner_id)',
    '(position)',
    '(agreed_due_on) where open > 0',
    // The order of a list by due date, page by page.
    '(due_on, id)',
    // All that the aging of what stands now asks for, in the order it adds up in.
    '(currency, agreed_due_on, due_on) include (open, issued_on) where open <> 0 and not aged_apart',
    // The same of those in parts, now and in the past.
    `(id) include (customer_id, owner_id, currency, issued_on, opening_on, due_on, uneven, total, open, issued_at, issued_stated_at)
     where aged_apart`,
  ],
});
