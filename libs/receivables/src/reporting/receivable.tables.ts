import { table } from '@quittance/read-model';
import { LINE } from '../columns.js';
import type { Marked } from '../document/document.references.js';

/**
 * What a report groups and ages by, on two axes, beside the amounts (ledger_lines): `effective_on` (business date) and `position` / `stated_at`
 * (known since). Lines are only ever added; a question cuts them by both axes.
 */
interface Known {
  position: bigint;
  stated_at: Date;
}

const { effective_on, ...known } = LINE;

/** A later agreed due date. In force at asOf: the last by (effective_on, position) with effective_on <= asOf. */
export interface DueDateLine extends Known {
  extension_id: string;
  invoice_id: string;
  instalment: number | null;
  due_on: string;
  effective_on: string;
}
export const dueDateLines = table<DueDateLine>({
  name: 'due_date_lines',
  comment: 'Due dates agreed by extensions; each counts from the day it was granted',
  key: ['position'],
  columns: {
    extension_id: { type: 'uuid', comment: 'Id of the extension, as the API answers it' },
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    instalment: {
      type: 'integer',
      nullable: true,
      comment:
        'The instalment that is moved, from 1; null: the invoice, or every instalment whose agreed date is earlier',
    },
    due_on: { type: 'date', comment: 'The due date that was agreed' },
    effective_on,
    ...known,
  },
  indexes: ['(invoice_id)', '(effective_on)'],
});

/** That an extension holds no more, from its day on. */
export interface RevocationLine extends Known {
  extension_id: string;
  invoice_id: string;
  effective_on: string;
}
export const revocationLines = table<RevocationLine>({
  name: 'revocation_lines',
  comment: 'Extensions that were revoked; each revocation counts from its day',
  key: ['position'],
  columns: {
    extension_id: { type: 'uuid', comment: 'The extension: due_date_lines.extension_id' },
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    effective_on,
    ...known,
  },
  indexes: ['(extension_id)', '(invoice_id)'],
});

/** An instalment as issued. Its invoice has no other; it is known and counts with the invoice. */
export interface InstalmentLine extends Known {
  invoice_id: string;
  number: number;
  due_on: string;
  amount: string;
  previous_due_on: string | null;
  before: string;
  effective_on: string;
}
export const instalmentLines = table<InstalmentLine>({
  name: 'instalment_lines',
  comment: 'Instalments of invoices, as issued; invoices that are due in one have none',
  key: ['invoice_id', 'number'],
  columns: {
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    number: { type: 'integer', comment: 'Number of the instalment, from 1' },
    due_on: { type: 'date', comment: 'Contractual due date' },
    amount: { type: 'numeric', comment: 'In the currency of the invoice' },
    previous_due_on: {
      type: 'date',
      nullable: true,
      comment: 'Contractual due date of the instalment before it; null: it is the first',
    },
    before: { type: 'numeric', comment: 'Sum of the instalments before it' },
    effective_on,
    ...known,
  },
});

export interface OwnerLine extends Known {
  invoice_id: string;
  owner_id: string;
  effective_on: string;
  hand_over_id: string | null;
}
export const ownerLines = table<OwnerLine>({
  name: 'owner_lines',
  comment: 'Owners of invoices after the first one; each counts from the day of the assignment',
  key: ['position'],
  columns: {
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    owner_id: { type: 'text', comment: 'The person who follows the invoice up: people.id' },
    effective_on,
    hand_over_id: {
      type: 'uuid',
      nullable: true,
      comment: 'The hand-over that it went with: hand_overs.id; null: assigned by name, or back',
    },
    ...known,
  },
  indexes: ['(invoice_id)', '(effective_on)', '(hand_over_id) where hand_over_id is not null'],
});

/** Facts that make an invoice another document. In force at asOf: `void` before `sent`, once such a line counts. */
export interface DocumentLine extends Known {
  invoice_id: string;
  document: Marked;
  effective_on: string;
}
export const documentLines = table<DocumentLine>({
  name: 'document_lines',
  comment: 'Invoices that were sent or became void; each counts from its day',
  key: ['position'],
  columns: {
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    document: { type: 'text', comment: 'sent or void' },
    effective_on,
    ...known,
  },
  indexes: ['(invoice_id)'],
});

/** Names and default owners as known at a position: what a past report called a customer or a person. */
export interface PartyLine extends Known {
  party: 'customer' | 'person';
  party_id: string;
  name: string | null;
  owner_id: string | null;
  says_owner: boolean;
  effective_on: string | null;
}
export const partyLines = table<PartyLine>({
  name: 'party_lines',
  comment:
    'Names of customers and people, and the default owners of customers, each as known from a position on',
  key: ['position'],
  columns: {
    party: { type: 'text', comment: 'Whether it is a customer or a person' },
    party_id: { type: 'text', comment: 'Id of the customer or person: customers.id or people.id' },
    name: { type: 'text', nullable: true, personal: true, comment: 'The name as known from then on' },
    owner_id: { type: 'text', nullable: true, comment: "The customer's default owner; null for a person" },
    says_owner: {
      type: 'boolean',
      comment: 'Whether it says who the default owner is; else owner_id says nothing',
    },
    effective_on: {
      type: 'date',
      nullable: true,
      comment: 'Business date from which the default owner counts; null: from the beginning',
    },
    ...known,
  },
  indexes: ['(party, party_id)'],
});

/** Between them, every fact that a report can hold. */
export const STATED_LINES = [
  { table: 'ledger_lines', only: "account = 'receivable'" },
  ...['control_lines', 'due_date_lines', 'revocation_lines', 'owner_lines', 'party_lines'].map((name) => ({
    table: name,
  })),
];
