import { table } from '@quittance/read-model';

/** How far the chase of a part of an invoice has come for one agreed due date. A hint for runs, never the truth. */
export interface ChaseRow {
  invoice_id: string;
  part: number;
  agreed_due_on: string;
  /** Keys of the steps of which nothing more comes, each with true. */
  done: Readonly<Record<string, true>>;
  position: bigint;
}
export const chases = table<ChaseRow>({
  name: 'chases',
  comment:
    'The steps of dunning that were decided for a part of an invoice and its agreed due date; the facts of dunning decide, not this table',
  key: ['invoice_id', 'part'],
  columns: {
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    part: { type: 'integer', comment: 'Number of the instalment, from 1' },
    agreed_due_on: { type: 'date', comment: 'The agreed due date from which the steps were counted' },
    done: {
      type: 'jsonb',
      comment: 'Keys of the steps of which nothing more comes, each with true: {"due+3": true}',
    },
    position: { type: 'bigint', comment: 'Position of the last fact' },
  },
});
