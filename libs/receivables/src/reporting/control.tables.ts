import { type Column, sumsTable, table } from '@quittance/read-model';
import { LINE } from '../columns.js';

/** What documents, receipts and decisions come to (rule 7), without allocations. Kept by a projection of its own. */
export interface ControlLine {
  position: bigint;
  line: number;
  currency: string;
  amount: string;
  effective_on: string;
  stated_at: Date;
  party: string | null;
  invoice_id: string | null;
}

export interface ControlOpening extends ControlLine {
  owner_id: string | null;
}

const columns: { readonly [C in keyof ControlLine]: Column } = {
  position: LINE.position,
  line: { type: 'integer', comment: 'Number of the line within its fact, from 1' },
  // Of fixed width, and what questions cut by: before the others, so that reading it finds it in its place.
  effective_on: LINE.effective_on,
  currency: { type: 'text', comment: 'ISO 4217' },
  amount: {
    type: 'numeric',
    comment: 'In currency; positive adds to what customers owe, negative takes from it',
  },
  stated_at: LINE.stated_at,
  party: {
    type: 'text',
    nullable: true,
    comment: 'The customer in whose row of a report it is: customers.id; null: the payer is unknown',
  },
  invoice_id: {
    type: 'uuid',
    nullable: true,
    comment:
      "The invoice in whose owner's row it is: invoices.id; null: it is in the row of the customer's default owner",
  },
};

export const controlLines = table<ControlOpening>({
  name: 'control_lines',
  comment:
    'Amounts of invoices, credit notes and payments, without allocations; on every day their sum must be open - unapplied - pending - credits',
  key: ['position', 'line'],
  columns: {
    ...columns,
    owner_id: {
      type: 'text',
      nullable: true,
      comment:
        'First owner: people.id; null but on the line of a new invoice (owner_lines has the later ones)',
    },
  },
});

export const controlMoves = table<ControlLine>({
  name: 'control_moves',
  comment:
    'Moves of the control from the row of one customer or owner to that of another; the lines of a fact sum to zero on each day',
  key: ['position', 'line'],
  columns,
});

/** What totals of a place close to the present begin with. */
export const controlDays = sumsTable({
  name: 'control_days',
  comment: 'The control as it stands, by business date: control_lines added up by the database itself',
  of: controlLines,
  by: ['currency', 'effective_on'],
});
