import { table } from '@quittance/read-model';
import { LINE } from '../columns.js';

/** What somebody wrote down about an invoice, or about a customer. */
export interface NoteRow {
  id: string;
  invoice_id: string | null;
  number: string | null;
  customer_id: string;
  noted_on: string;
  follow_up_on: string | null;
  text: string | null;
  actor: string;
  stated_at: Date;
  position: bigint;
}
export const notes = table<NoteRow>({
  name: 'notes',
  comment: 'Notes on invoices and customers, one row each',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the note, as the API answers it' },
    invoice_id: {
      type: 'uuid',
      nullable: true,
      comment: 'The invoice: invoices.id; null: about the customer',
    },
    number: { type: 'text', nullable: true, comment: 'Number of the invoice' },
    customer_id: { type: 'text', comment: "The customer, or the invoice's: customers.id" },
    noted_on: { type: 'date', comment: 'Business date from which it counts' },
    follow_up_on: { type: 'date', nullable: true, comment: 'Day on which somebody is to come back to it' },
    text: { type: 'text', nullable: true, personal: true, comment: 'What was said or seen' },
    actor: { type: 'text', comment: 'Who wrote it: people.id' },
    stated_at: LINE.stated_at,
    position: LINE.position,
  },
  indexes: ['(invoice_id)', '(customer_id)', '(position)'],
});
