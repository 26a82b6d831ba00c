import { beginningIndex, inParts, wordsIndex } from '../words.js';
import { standingTable, table } from '@quittance/read-model';
import { LINE, NAMED_INSTALMENT, STATED } from '../columns.js';

/** A credit note as it stands now: total = applied + refunded + on account + cancelled. */
export interface CreditNoteRow {
  id: string;
  number: string;
  customer_id: string;
  issued_on: string;
  /** The day of issue; of one that was taken over, that of the opening. */
  counts_on: string;
  currency: string;
  total: string;
  net: string | null;
  vat: string | null;
  reason_code: string;
  reason: string | null;
  corrects: unknown;
  corrects_text: string | null;
  applied: string;
  refunded: string;
  cancelled: string;
  on_account: string;
  pending: string;
  unanswered: number;
  /** Position and stated instant of CreditNoteIssued: known since. */
  received_at: bigint;
  received_stated_at: Date;
}

export const creditNoteRows = standingTable<CreditNoteRow>({
  name: 'credit_notes',
  comment: 'Credit notes as they stand now: total = applied + refunded + on_account + cancelled',
  key: ['id'],
  standsFor: { stream: 'credit-note', id: 'creditNoteId' },
  columns: {
    id: { type: 'uuid', comment: 'Id of the credit note, as the API answers it' },
    number: { type: 'text', comment: 'Number of the credit note' },
    customer_id: { type: 'text', comment: 'The customer it is for: customers.id' },
    issued_on: { type: 'date', comment: 'Business date of issue' },
    counts_on: {
      type: 'date',
      comment:
        'Business date from which it counts: the day of issue, or of the opening when it was taken over from elsewhere',
    },
    currency: { type: 'text', comment: 'ISO 4217' },
    total: { type: 'numeric', comment: 'Including VAT, in currency' },
    net: { type: 'numeric', nullable: true, comment: 'Without VAT, in currency; null: not stated' },
    vat: { type: 'numeric', nullable: true, comment: 'VAT, in currency; null: not stated' },
    reason_code: { type: 'text', comment: 'Why, in kebab case: price, quantity, quality, return, ...' },
    reason: {
      type: 'text',
      nullable: true,
      personal: true,
      comment: 'Why, in the words of whoever recorded it',
    },
    corrects: {
      type: 'jsonb',
      comment: 'Invoices that it corrects, a list of {invoiceId, number}; naming one moves no money',
    },
    corrects_text: { type: 'text', nullable: true, comment: 'What it corrects, in words' },
    applied: { type: 'numeric', comment: 'What settles invoices, in currency' },
    refunded: { type: 'numeric', comment: 'What was paid out, less what came back, in currency' },
    cancelled: { type: 'numeric', comment: 'What was cancelled, in currency: all of it, or zero' },
    on_account: { type: 'numeric', comment: 'What is left of it, in currency, with what is pending' },
    pending: {
      type: 'numeric',
      comment: 'The part of on_account that is meant for invoices that have not answered, in currency',
    },
    unanswered: { type: 'integer', comment: 'How many answers of invoices are still missing in its stream' },
    received_at: {
      type: 'bigint',
      comment: 'Position of CreditNoteIssued: the credit note is known from it on',
    },
    received_stated_at: STATED,
  },
  indexes: [
    '(number collate "C", id)',
    '(projector.folded(number) collate "C")',
    beginningIndex('number'),
    wordsIndex(inParts('number')),
    '(customer_id)',
    '(issued_on)',
    '(position)',
    '(position) where unanswered > 0',
  ],
});

/** The part of a credit note that was meant for one invoice. What it settles is a sum of ledger lines. */
export interface CreditApplicationRow {
  id: string;
  credit_note_id: string;
  invoice_id: string;
  number: string;
  currency: string;
  requested: string;
  instalment: number | null;
  status: 'pending' | 'applied' | 'refused';
  code: string | null;
  applied_on: string | null;
  requested_on: string;
  requested_at: bigint;
  requested_stated_at: Date;
  answered_at: bigint | null;
  answered_stated_at: Date | null;
}

export const creditApplications = table<CreditApplicationRow>({
  name: 'credit_applications',
  comment: 'Parts of credit notes meant for invoices: requested, and applied or refused by the invoice',
  key: ['id'],
  columns: {
    id: {
      type: 'uuid',
      comment:
        'Id of the application; what it settles is the sum of ledger_lines with this settlement_line_id',
    },
    credit_note_id: { type: 'uuid', comment: 'The credit note: credit_notes.id' },
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    number: { type: 'text', comment: 'Number of the invoice' },
    currency: { type: 'text', comment: 'ISO 4217' },
    requested: { type: 'numeric', comment: 'What was meant for the invoice, in currency' },
    instalment: NAMED_INSTALMENT,
    status: { type: 'text', comment: 'pending, applied or refused' },
    code: {
      type: 'text',
      nullable: true,
      comment: 'Why the invoice took nothing, or less than was requested',
    },
    applied_on: {
      type: 'date',
      nullable: true,
      comment: 'Business date from which the application counts; null: nothing was taken',
    },
    requested_on: { type: 'date', comment: 'Business date from which it was meant to count' },
    requested_at: { type: 'bigint', comment: 'Position of the fact that requested it' },
    requested_stated_at: {
      type: 'timestamptz',
      comment: 'When the imported history says it was requested, else when the event store recorded it',
    },
    answered_at: {
      type: 'bigint',
      nullable: true,
      comment: "Position of the invoice's answer: the answer is known from it on",
    },
    answered_stated_at: {
      type: 'timestamptz',
      nullable: true,
      comment:
        'When the imported history says the answer was recorded, else when the event store recorded it',
    },
  },
  indexes: ['(credit_note_id)', '(invoice_id)'],
});

/** Money paid out of a credit note. What came back is a sum of ledger lines. */
export interface CreditRefundRow {
  id: string;
  credit_note_id: string;
  currency: string;
  amount: string;
  refunded_on: string;
  method: string | null;
  reference: string | null;
  reason: string | null;
  position: bigint;
  stated_at: Date;
}

export const creditRefunds = table<CreditRefundRow>({
  name: 'credit_refunds',
  comment: 'Refunds: money paid out of credit notes',
  key: ['id'],
  columns: {
    id: {
      type: 'uuid',
      comment: 'Id of the refund; it and its reversal are ledger_lines with this settlement_line_id',
    },
    credit_note_id: { type: 'uuid', comment: 'The credit note: credit_notes.id' },
    currency: { type: 'text', comment: 'ISO 4217' },
    amount: { type: 'numeric', comment: 'Paid out, in currency' },
    refunded_on: { type: 'date', comment: 'Bank date, from which it counts' },
    method: { type: 'text', nullable: true, comment: 'How it was paid: bank-transfer, ...' },
    reference: { type: 'text', nullable: true, personal: true, comment: 'What was written to the bank' },
    reason: {
      type: 'text',
      nullable: true,
      personal: true,
      comment: 'Why, in the words of whoever recorded it',
    },
    position: LINE.position,
    stated_at: LINE.stated_at,
  },
  indexes: ['(credit_note_id)'],
});
