import { table } from '@quittance/read-model';

/** How far the chase of an invoice has come for one agreed due date. A hint for runs, never the truth. */
export interface ChaseRow {
  invoice_id: string;
  agreed_due_on: string;
  /** Days from the agreed due date to the highest step done: -3, 3, 7, 14, 30. */
  reached: number;
}
export const chases = table<ChaseRow>({
  name: 'chases',
  comment:
    'The highest step of dunning that was decided for an invoice and its agreed due date; the facts of dunning decide, not this table',
  key: ['invoice_id'],
  columns: {
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    agreed_due_on: { type: 'date', comment: 'The agreed due date from which the steps were counted' },
    reached: {
      type: 'integer',
      comment: 'Days from the agreed due date to the highest step that was decided',
    },
  },
});
