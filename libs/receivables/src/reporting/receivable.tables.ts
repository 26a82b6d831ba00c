import { table } from '@quittance/read-model';

/**
 * Everything a report groups or ages by, on two axes: `effective_on` (business date) and `position` / `stated_at`
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

/** An invoice as issued: the first line of its amount, due date, owner and customer. */
export interface ReceivableItem extends Known {
  invoice_id: string;
  number: string;
  customer_id: string;
  owner_id: string;
  currency: string;
  total: string;
  issued_on: string;
  due_on: string;
}
export const receivableItems = table<ReceivableItem>({
  name: 'receivable_items',
  comment: 'One row an invoice, as issued: the first line of its amount, due date, owner and customer',
  key: ['invoice_id'],
  columns: {
    invoice_id: { type: 'uuid', comment: 'Of the invoice: invoices.id' },
    number: { type: 'text', comment: 'Number of the invoice' },
    customer_id: { type: 'text', comment: 'Who owes it: customers.id' },
    owner_id: { type: 'text', comment: 'Owner at issue; owner_lines say later ones' },
    currency: { type: 'text', comment: 'ISO 4217' },
    total: { type: 'numeric', comment: 'Including VAT, in currency' },
    issued_on: { type: 'date', comment: 'Counts from this business date' },
    due_on: { type: 'date', comment: 'Contractual due date' },
    ...known,
  },
  indexes: [
    '(customer_id)',
    '(number collate "C", invoice_id)',
    '(projector.folded(number) collate "C")',
    '(position)',
    '(issued_on)',
  ],
});

/** What settled an invoice: an amount of one settlement kind (`cash`, ...), negative when reversed. */
export interface SettlementLine extends Known {
  invoice_id: string;
  payment_id: string;
  kind: string;
  amount: string;
  effective_on: string;
}
export const settlementLines = table<SettlementLine>({
  name: 'settlement_lines',
  comment: 'Amounts that settle an invoice, by settlement kind; the open amount is the total less their sum',
  key: ['position', 'kind'],
  columns: {
    invoice_id: { type: 'uuid', comment: 'Of the invoice: invoices.id' },
    payment_id: { type: 'uuid', comment: 'Of the payment: payments.id' },
    kind: { type: 'text', comment: 'cash, and later credit, write-off, tolerance, ...' },
    amount: { type: 'numeric', comment: "In the invoice's currency; negative when reversed" },
    effective_on: effective,
    ...known,
  },
  indexes: ['(invoice_id)', '(effective_on)'],
});

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

/** Money received that settles nothing (yet): `unapplied`, or `pending` between a request and the invoice's answer. */
export interface CashLine extends Known {
  line: number;
  payment_id: string;
  customer_id: string | null;
  kind: 'unapplied' | 'pending';
  currency: string;
  amount: string;
  effective_on: string;
}
export const cashLines = table<CashLine>({
  name: 'cash_lines',
  comment: 'Movements of unapplied and pending money, by the customer it belongs to',
  key: ['position', 'line'],
  columns: {
    line: { type: 'integer', comment: 'Within one fact' },
    payment_id: { type: 'uuid', comment: 'Of the payment: payments.id' },
    customer_id: { type: 'text', nullable: true, comment: 'Null: payer unknown' },
    kind: { type: 'text', comment: 'unapplied or pending' },
    currency: { type: 'text', comment: 'ISO 4217' },
    amount: { type: 'numeric', comment: 'In currency; added when positive, taken away when negative' },
    effective_on: effective,
    ...known,
  },
  indexes: ['(customer_id)'],
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

/** The control of rule 7: documents and payments, without allocations. Kept by a projection of its own. */
export interface ControlLine extends Known {
  currency: string;
  kind: 'issued' | 'received';
  amount: string;
  effective_on: string;
}
export const controlLines = table<ControlLine>({
  name: 'control_lines',
  comment:
    'Issued (positive) and received (negative) amounts; their sum is what open - unapplied - pending must be',
  key: ['position'],
  columns: {
    currency: { type: 'text', comment: 'ISO 4217' },
    kind: { type: 'text', comment: 'issued or received' },
    amount: { type: 'numeric', comment: 'In currency; issued positive, received negative' },
    effective_on: effective,
    ...known,
  },
});

/** Between them, every fact that a report can hold. */
export const STATED_LINES = [
  'control_lines',
  'settlement_lines',
  'due_date_lines',
  'owner_lines',
  'party_lines',
];
