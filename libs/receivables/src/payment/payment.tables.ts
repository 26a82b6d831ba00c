import { wordsIndex } from '../words.js';
import { standingTable, table } from '@quittance/read-model';
import { STATED } from '../columns.js';

/** A payment as it stands now: received = allocated + pending + unapplied. */
export interface PaymentRow {
  id: string;
  currency: string;
  received: string;
  allocated: string;
  pending: string;
  unapplied: string;
  received_on: string;
  method: string | null;
  reference: string | null;
  payer_id: string | null;
  customer_id: string | null;
  source: string | null;
  external_id: string | null;
  unanswered: number;
  /** Position and stated instant of PaymentReceived: known since. */
  received_at: bigint;
  received_stated_at: Date;
}
export const payments = standingTable<PaymentRow>({
  name: 'payments',
  comment: 'Payments as they stand now: received = allocated + pending + unapplied',
  key: ['id'],
  standsFor: { stream: 'payment', id: 'paymentId' },
  columns: {
    id: { type: 'uuid', comment: 'Id of the payment, as the API answers it' },
    currency: { type: 'text', comment: 'ISO 4217' },
    received: { type: 'numeric', comment: 'What was received, in currency' },
    allocated: { type: 'numeric', comment: 'What settles invoices, in currency' },
    pending: { type: 'numeric', comment: 'What is meant for invoices that have not answered, in currency' },
    unapplied: { type: 'numeric', comment: 'What settles nothing, in currency' },
    received_on: { type: 'date', comment: 'Bank date, from which the payment counts' },
    method: { type: 'text', nullable: true, comment: 'How it was paid: bank-transfer, card, ...' },
    reference: { type: 'text', nullable: true, personal: true, comment: 'What the payer wrote' },
    payer_id: { type: 'text', nullable: true, comment: 'The customer who paid, as stated; null: not stated' },
    customer_id: {
      type: 'text',
      nullable: true,
      comment: 'The customer whose money it is while it settles nothing; null: unknown',
    },
    source: { type: 'text', nullable: true, comment: 'Where it was read: a bank account, ...' },
    external_id: { type: 'text', nullable: true, comment: 'Its id there' },
    unanswered: { type: 'integer', comment: 'How many invoices have not answered what they were asked' },
    received_at: { type: 'bigint', comment: 'Position of PaymentReceived: the payment is known from it on' },
    received_stated_at: STATED,
  },
  indexes: [
    '(customer_id)',
    '(payer_id)',
    '(received_on)',
    '(position)',
    '(position) where unanswered > 0',
    wordsIndex('reference'),
  ],
});

/** The part of a payment that was meant for one invoice, and what became of it. Two-axis by its two positions. */
export interface AllocationRow {
  id: string;
  payment_id: string;
  invoice_id: string;
  /** The invoice's customer. */
  customer_id: string;
  number: string;
  currency: string;
  requested: string;
  status: 'pending' | 'applied' | 'refused';
  code: string | null;
  received_on: string;
  requested_on: string;
  applied_on: string | null;
  requested_at: bigint;
  requested_stated_at: Date;
  answered_at: bigint | null;
  answered_stated_at: Date | null;
}
export const allocations = table<AllocationRow>({
  name: 'payment_allocations',
  comment: 'Parts of payments meant for invoices: requested, and applied or refused by the invoice',
  key: ['id'],
  columns: {
    id: {
      type: 'uuid',
      comment:
        'Id of the allocation; what it settles is the sum of ledger_lines with this settlement_line_id',
    },
    payment_id: { type: 'uuid', comment: 'The payment: payments.id' },
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    customer_id: { type: 'text', comment: 'The customer of the invoice: customers.id' },
    number: { type: 'text', comment: 'Number of the invoice' },
    currency: { type: 'text', comment: 'ISO 4217' },
    requested: { type: 'numeric', comment: 'What was meant for the invoice, in currency' },
    status: { type: 'text', comment: 'pending, applied or refused' },
    code: {
      type: 'text',
      nullable: true,
      comment: 'Why the invoice took nothing, or less than was requested',
    },
    received_on: { type: 'date', comment: 'Bank date of the payment' },
    requested_on: { type: 'date', comment: 'Business date from which it was meant for the invoice' },
    applied_on: {
      type: 'date',
      nullable: true,
      comment: 'Business date from which the allocation counts; null: nothing was taken',
    },
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
  indexes: ['(payment_id)', '(invoice_id)', "(requested_at) where status = 'pending'"],
});
