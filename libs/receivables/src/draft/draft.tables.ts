import { standingTable } from '@quittance/read-model';

/** A draft as it stands. */
export interface DraftRow {
  id: string;
  customer_id: string;
  currency: string;
  total: string;
  issued_on: string;
  content: unknown;
  notes: string | null;
  approved_by_customer: string | null;
  status: 'draft' | 'approved' | 'issued' | 'discarded';
  created_on: string;
  created_by: string;
  approved_by: string | null;
  number: string | null;
  invoice_id: string | null;
}
export const draftRows = standingTable<DraftRow>({
  name: 'drafts',
  comment: 'Invoices before they are issued, as they stand now: nothing of them is owed',
  key: ['id'],
  standsFor: { stream: 'draft', id: 'draftId' },
  columns: {
    id: { type: 'uuid', comment: 'Id of the draft, as the API answers it' },
    customer_id: { type: 'text', comment: 'Who is to owe it: customers.id' },
    currency: { type: 'text', comment: 'ISO 4217' },
    total: { type: 'numeric', comment: 'Including VAT, in currency' },
    issued_on: { type: 'date', comment: 'Business date of issue that the invoice is to have' },
    content: { type: 'jsonb', comment: 'What the invoice is to say beside: fields of POST /v1/invoices' },
    notes: { type: 'text', nullable: true, personal: true, comment: 'Free text about the invoice' },
    approved_by_customer: {
      type: 'text',
      nullable: true,
      personal: true,
      comment: 'Who approved the work, at the customer',
    },
    status: { type: 'text', comment: 'draft, approved, issued or discarded' },
    created_on: { type: 'date', comment: 'Business date on which it was written' },
    created_by: { type: 'text', comment: 'Who wrote it: people.id' },
    approved_by: { type: 'text', nullable: true, comment: 'Who approved it as it stands: people.id' },
    number: { type: 'text', nullable: true, comment: 'Number of the invoice; null: not issued' },
    invoice_id: { type: 'uuid', nullable: true, comment: 'The invoice: invoices.id; null: not issued' },
  },
  indexes: ['(customer_id)', '(position)'],
});
