import { type Column, table } from '@quittance/read-model';

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

const columns: { readonly [C in keyof ControlLine]: Column } = {
  position: { type: 'bigint', comment: 'Position of the fact: known=recorded cuts on it' },
  line: { type: 'integer', comment: 'Within one fact, from 1' },
  currency: { type: 'text', comment: 'ISO 4217' },
  amount: { type: 'numeric', comment: 'In currency; issued positive, received negative' },
  effective_on: { type: 'date', comment: "Business date it counts from, in the entity's zone" },
  stated_at: { type: 'timestamptz', comment: 'Stated instant, else recorded: known=stated cuts on it' },
  party: { type: 'text', nullable: true, comment: 'In whose row it is: customers.id; null: payer unknown' },
  invoice_id: {
    type: 'uuid',
    nullable: true,
    comment: "In the row of this invoice's owner; null: of the customer's default owner",
  },
};

export const controlLines = table<ControlLine>({
  name: 'control_lines',
  comment:
    'Amounts of documents and payments; their sum is what open - unapplied - pending - credits must be, on every day',
  key: ['position', 'line'],
  columns,
});

export const controlMoves = table<ControlLine>({
  name: 'control_moves',
  comment: 'In whose row the control is from a day on; the lines of a fact sum to zero on each day',
  key: ['position', 'line'],
  columns,
});
