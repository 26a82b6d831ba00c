import { table } from '@quittance/read-model';

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
  lines: unknown;
  work: unknown;
  terms: unknown;
  notes: string | null;
  approved_by: string | null;
  revision: bigint;
  position: bigint;
  /** For extensions and owners recorded out of order: the business date the current one counts from. */
  extended_on: string | null;
  assigned_on: string | null;
}
export const invoices = table<InvoiceRow>({
  name: 'invoices',
  comment: 'Invoices as they stand now; one row an invoice',
  key: ['id'],
  columns: {
    id: { type: 'uuid' },
    number: { type: 'text' },
    customer_id: { type: 'text' },
    issued_on: { type: 'date' },
    due_on: { type: 'date', comment: 'Contractual due date' },
    agreed_due_on: { type: 'date', comment: 'Contractual, or as last extended' },
    currency: { type: 'text', comment: 'ISO 4217' },
    total: { type: 'numeric', comment: 'Including VAT, in currency' },
    net: { type: 'numeric', nullable: true },
    vat: { type: 'numeric', nullable: true },
    paid: { type: 'numeric', comment: 'Cash allocated' },
    open: { type: 'numeric', comment: 'total - all settlements' },
    owner_id: { type: 'text', comment: 'The person who follows it up' },
    lines: { type: 'jsonb', nullable: true },
    work: { type: 'jsonb', nullable: true },
    terms: { type: 'jsonb', nullable: true },
    notes: { type: 'text', nullable: true, personal: true },
    approved_by: { type: 'text', nullable: true, personal: true },
    revision: { type: 'bigint' },
    position: { type: 'bigint', comment: 'Position of its last fact' },
    extended_on: { type: 'date', nullable: true },
    assigned_on: { type: 'date', nullable: true },
  },
  indexes: [
    '(number collate "C", id)',
    '(projector.folded(number) collate "C")',
    '(customer_id)',
    '(owner_id)',
    '(position)',
    '(agreed_due_on) where open > 0',
    // All that the aging of what stands now asks for, in the order it adds up in.
    '(currency, agreed_due_on, due_on) include (open, issued_on) where open <> 0',
  ],
});
