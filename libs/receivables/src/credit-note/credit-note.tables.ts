import { standingTable, table } from '@quittance/read-model';

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
    id: { type: 'uuid', comment: 'Of the credit note, as the API answers it' },
    number: { type: 'text', comment: 'Number of the credit note' },
    customer_id: { type: 'text', comment: 'For whom it is: customers.id' },
    issued_on: { type: 'date', comment: 'Business date of issue' },
    counts_on: {
      type: 'date',
      comment: 'It counts from it: the issue, or the opening when it was taken over',
    },
    currency: { type: 'text', comment: 'ISO 4217' },
    total: { type: 'numeric', comment: 'Including VAT, in currency' },
    net: { type: 'numeric', nullable: true, comment: 'Without VAT, in currency; null: not stated' },
    vat: { type: 'numeric', nullable: true, comment: 'VAT, in currency; null: not stated' },
    reason_code: { type: 'text', comment: 'Why: price, quantity, quality, return, ...' },
    reason: { type: 'text', nullable: true, personal: true, comment: 'Why, as it was stated' },
    corrects: { type: 'jsonb', comment: 'List of {invoiceId, number}: invoices that it corrects' },
    corrects_text: { type: 'text', nullable: true, comment: 'What it corrects, in words' },
    applied: { type: 'numeric', comment: 'Settles invoices' },
    refunded: { type: 'numeric', comment: 'Paid out' },
    cancelled: { type: 'numeric', comment: 'Issued by mistake' },
    on_account: { type: 'numeric', comment: 'What is left of it' },
    pending: {
      type: 'numeric',
      comment: 'Of what is left: meant for invoices that have not answered',
    },
    unanswered: { type: 'integer', comment: 'Answers of invoices that its stream waits for' },
    received_at: { type: 'bigint', comment: 'Position of CreditNoteIssued: known since' },
    received_stated_at: { type: 'timestamptz', comment: 'Its stated instant, else recorded' },
  },
  indexes: [
    '(number collate "C", id)',
    '(projector.folded(number) collate "C")',
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
      comment: 'Of the application: ledger_lines.settlement_line_id, by which it is summed',
    },
    credit_note_id: { type: 'uuid', comment: 'Of the credit note: credit_notes.id' },
    invoice_id: { type: 'uuid', comment: 'Of the invoice: invoices.id' },
    number: { type: 'text', comment: "The invoice's number" },
    currency: { type: 'text', comment: 'ISO 4217' },
    requested: { type: 'numeric', comment: 'Meant for the invoice, in currency' },
    status: { type: 'text', comment: 'pending, applied or refused' },
    code: { type: 'text', nullable: true, comment: 'Why refused or cut' },
    applied_on: { type: 'date', nullable: true, comment: 'It counts from it' },
    requested_on: { type: 'date', comment: 'It counts from it at the earliest' },
    requested_at: { type: 'bigint', comment: 'Position of the request' },
    requested_stated_at: { type: 'timestamptz', comment: 'Stated instant of the request, else recorded' },
    answered_at: { type: 'bigint', nullable: true, comment: "Position of the invoice's answer: known since" },
    answered_stated_at: {
      type: 'timestamptz',
      nullable: true,
      comment: 'Stated instant of the answer, else recorded',
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
  comment: 'Money paid out of credit notes',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Of the refund: ledger_lines.settlement_line_id, also of its reversal' },
    credit_note_id: { type: 'uuid', comment: 'Of the credit note: credit_notes.id' },
    currency: { type: 'text', comment: 'ISO 4217' },
    amount: { type: 'numeric', comment: 'Paid out, in currency' },
    refunded_on: { type: 'date', comment: 'Bank date; it counts from it' },
    method: { type: 'text', nullable: true, comment: 'How it went' },
    reference: { type: 'text', nullable: true, personal: true, comment: 'What was written to the bank' },
    reason: { type: 'text', nullable: true, personal: true, comment: 'Why, as it was stated' },
    position: { type: 'bigint', comment: 'Position of the fact: known=recorded cuts on it' },
    stated_at: { type: 'timestamptz', comment: 'Stated instant, else recorded: known=stated cuts on it' },
  },
  indexes: ['(credit_note_id)'],
});
