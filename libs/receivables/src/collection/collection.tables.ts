import { table } from '@quittance/read-model';
import { OF_INVOICE, STATED } from '../columns.js';

/** A hand-over of an invoice to collection, and its return. */
export interface CollectionRow {
  id: string;
  invoice_id: string;
  number: string;
  customer_id: string;
  currency: string;
  agency: string;
  handed_over_on: string;
  reason: string | null;
  returned_on: string | null;
  return_reason: string | null;
  issued_at: bigint;
  issued_stated_at: Date;
  ended_at: bigint | null;
  ended_stated_at: Date | null;
  position: bigint;
}
export const collections = table<CollectionRow>({
  name: 'collections',
  comment: 'Invoices handed over to collection: an agency asks for them from handed_over_on to returned_on',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the hand-over, as the API answers it' },
    ...OF_INVOICE,
    agency: { type: 'text', comment: 'Who asks for the money' },
    handed_over_on: { type: 'date', comment: 'Business date from which it counts' },
    reason: { type: 'text', nullable: true, personal: true, comment: 'Why' },
    returned_on: { type: 'date', nullable: true, comment: 'First day after it; null: it is still there' },
    return_reason: { type: 'text', nullable: true, personal: true, comment: 'Why it came back' },
    issued_at: { type: 'bigint', comment: 'Position of HandedToCollection: known from it on' },
    issued_stated_at: STATED,
    ended_at: { type: 'bigint', nullable: true, comment: 'Position of ReturnedFromCollection' },
    ended_stated_at: { ...STATED, nullable: true },
    position: { type: 'bigint', comment: 'Position of the last fact that changed it' },
  },
  indexes: ['(invoice_id)', '(customer_id)', '(position)'],
});
