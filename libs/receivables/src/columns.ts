import type { Column } from '@quittance/read-model';

// Columns that tables of several features have, said once.

const stated = (what: string): string =>
  `When the imported history says ${what} was recorded, else when the event store did`;

/** Where a line stands on both axes. */
export const LINE = {
  position: {
    type: 'bigint',
    comment:
      'Position of the fact in the log; a question with known=recorded reads the lines up to the position of knownAt',
  },
  effective_on: { type: 'date', comment: "Business date from which it counts, in the entity's zone" },
  stated_at: {
    type: 'timestamptz',
    comment: `${stated('it')}; a question with known=stated reads the lines up to knownAt`,
  },
} as const satisfies Record<string, Column>;

/** Beside the position of a fact that the row names. */
export const STATED = { type: 'timestamptz', comment: stated('that fact') } as const satisfies Column;

/** Of what settles an invoice, or is meant to. */
export const NAMED_INSTALMENT = {
  type: 'integer',
  nullable: true,
  comment: 'Number of the instalment that was named, from 1; null: none was',
} as const satisfies Column;

/** The invoice that a row is about. */
export const OF_INVOICE = {
  invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
  number: { type: 'text', comment: 'Number of the invoice' },
  customer_id: { type: 'text', comment: 'Who owes it: customers.id' },
  currency: { type: 'text', comment: 'ISO 4217' },
} as const satisfies Record<string, Column>;
