import { table } from '@quittance/read-model';

/**
 * What a report groups and ages by, on two axes, beside the amounts (ledger_lines): `effective_on` (business date) and `position` / `stated_at`
 * (known since). Lines are only ever added; a question cuts them by both axes.
 */
interface Known {
  position: bigint;
  stated_at: Date;
}

const known = {
  position: { type: 'bigint', comment: 'Position of the fact: known=recorded cuts on it' },
  stated_at: { type: 'timestamptz', comment: 'Stated instant, else recorded: known=stated cuts on it' },
} as const;

const effective = { type: 'date', comment: "Business date it counts from, in the entity's zone" } as const;

/** A later agreed due date. In force at asOf: the last by (effective_on, position) with effective_on <= asOf. */
export interface DueDateLine extends Known {
  invoice_id: string;
  due_on: string;
  effective_on: string;
}
export const dueDateLines = table<DueDateLine>({
  name: 'due_date_lines',
  comment: 'Agreed due dates by extension; counts from the day granted',
  key: ['position'],
  columns: {
    invoice_id: { type: 'uuid', comment: 'Of the invoice: invoices.id' },
    due_on: { type: 'date', comment: 'Agreed due date' },
    effective_on: effective,
    ...known,
  },
  indexes: ['(invoice_id)', '(effective_on)'],
});

export interface OwnerLine extends Known {
  invoice_id: string;
  owner_id: string;
  effective_on: string;
}
export const ownerLines = table<OwnerLine>({
  name: 'owner_lines',
  comment: 'Later owners of invoices; counts from the day assigned',
  key: ['position'],
  columns: {
    invoice_id: { type: 'uuid', comment: 'Of the invoice: invoices.id' },
    owner_id: { type: 'text', comment: 'Person who follows it up: people.id' },
    effective_on: effective,
    ...known,
  },
  indexes: ['(invoice_id)', '(effective_on)'],
});

/** Names and default owners as known at a position: what a past report called a customer or a person. */
export interface PartyLine extends Known {
  party: 'customer' | 'person';
  party_id: string;
  name: string | null;
  owner_id: string | null;
}
export const partyLines = table<PartyLine>({
  name: 'party_lines',
  comment: 'Names of customers and people, and customers default owners, as known since a position',
  key: ['position'],
  columns: {
    party: { type: 'text', comment: 'customer or person' },
    party_id: { type: 'text', comment: 'customers.id or people.id' },
    name: { type: 'text', nullable: true, personal: true, comment: 'Name as known since then' },
    owner_id: { type: 'text', nullable: true, comment: "A customer's default owner" },
    ...known,
  },
  indexes: ['(party, party_id)'],
});

/** Between them, every fact that a report can hold. */
export const STATED_LINES = [
  { table: 'ledger_lines', only: "account = 'receivable'" },
  ...['control_lines', 'due_date_lines', 'owner_lines', 'party_lines'].map((name) => ({ table: name })),
];
