import { wordsIndex } from '../words.js';
import { standingTable, table } from '@quittance/read-model';
import { NAMED_INSTALMENT, STATED } from '../columns.js';

/** A payment as it stands now: received = allocated + pending + refunded + returned + cancelled + unapplied. */
export interface PaymentRow {
  id: string;
  currency: string;
  received: string;
  allocated: string;
  pending: string;
  refunded: string;
  returned: string;
  cancelled: string;
  unapplied: string;
  received_on: string;
  counts_on: string;
  method: string | null;
  reference: string | null;
  payer_account: string | null;
  payer_id: string | null;
  customer_id: string | null;
  first_customer_id: string | null;
  /** Position and stated instant of PayerIdentified. */
  identified_at: bigint | null;
  identified_stated_at: Date | null;
  source: string | null;
  external_id: string | null;
  unanswered: number;
  /** Position and stated instant of PaymentReceived: known since. */
  received_at: bigint;
  received_stated_at: Date;
}
export const payments = standingTable<PaymentRow>({
  name: 'payments',
  comment:
    'Payments as they stand now: received = allocated + pending + refunded + returned + cancelled + unapplied',
  key: ['id'],
  standsFor: { stream: 'payment', id: 'paymentId' },
  columns: {
    id: { type: 'uuid', comment: 'Id of the payment, as the API answers it' },
    currency: { type: 'text', comment: 'ISO 4217' },
    received: { type: 'numeric', comment: 'What was received, in currency' },
    allocated: { type: 'numeric', comment: 'What settles invoices, in currency' },
    pending: { type: 'numeric', comment: 'What is meant for invoices that have not answered, in currency' },
    refunded: { type: 'numeric', comment: 'What was paid out, less what came back, in currency' },
    returned: { type: 'numeric', comment: 'What the bank took back, less what was won, in currency' },
    cancelled: { type: 'numeric', comment: 'What was cancelled, in currency: all of it, or zero' },
    unapplied: {
      type: 'numeric',
      comment: 'What settles nothing, in currency; negative: owed to us after a return',
    },
    received_on: { type: 'date', comment: 'Bank date' },
    counts_on: {
      type: 'date',
      comment:
        'Business date from which it counts: the bank date, or the opening when it was taken over from elsewhere',
    },
    method: { type: 'text', nullable: true, comment: 'How it was paid: bank-transfer, card, ...' },
    reference: { type: 'text', nullable: true, personal: true, comment: 'What the payer wrote' },
    payer_account: {
      type: 'text',
      nullable: true,
      personal: true,
      comment: "The payer's account number, in capitals without blanks",
    },
    payer_id: { type: 'text', nullable: true, comment: 'The customer who paid, as stated; null: not stated' },
    customer_id: {
      type: 'text',
      nullable: true,
      comment: 'The customer whose money it is while it settles nothing; null: unknown',
    },
    first_customer_id: {
      type: 'text',
      nullable: true,
      comment: 'The customer_id before the payer was named; that of today where nobody was named later',
    },
    identified_at: { type: 'bigint', nullable: true, comment: 'Position of PayerIdentified' },
    identified_stated_at: { ...STATED, nullable: true },
    source: { type: 'text', nullable: true, comment: 'Where it was read: a bank account, ...' },
    external_id: { type: 'text', nullable: true, comment: 'Its id there' },
    unanswered: { type: 'integer', comment: 'How many invoices have not answered what they were asked' },
    received_at: { type: 'bigint', comment: 'Position of PaymentReceived: the payment is known from it on' },
    received_stated_at: STATED,
  },
  indexes: [
    '(customer_id)',
    '(payer_id)',
    '(payer_account) where payer_account is not null',
    '(received_on)',
    '(counts_on)',
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
  instalment: number | null;
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
    instalment: NAMED_INSTALMENT,
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

/** Money of a payment that went elsewhere. */
export interface PaymentMoveRow {
  id: string;
  payment_id: string;
  kind: 'refund' | 'return' | 'transfer';
  currency: string;
  amount: string;
  customer_id: string | null;
  from_customer_id: string | null;
  moved_on: string;
  method: string | null;
  code: string | null;
  external_id: string | null;
  reference: string | null;
  reason: string | null;
  reversed_on: string | null;
  issued_at: bigint;
  issued_stated_at: Date;
  ended_at: bigint | null;
  ended_stated_at: Date | null;
}

export const paymentMoves = table<PaymentMoveRow>({
  name: 'payment_moves',
  comment: 'Money of payments that was paid out, returned by the bank, or transferred to another customer',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the refund, return or transfer, as the API answers it' },
    payment_id: { type: 'uuid', comment: 'The payment: payments.id' },
    kind: { type: 'text', comment: 'refund, return or transfer' },
    currency: { type: 'text', comment: 'ISO 4217' },
    amount: { type: 'numeric', comment: 'In currency' },
    customer_id: {
      type: 'text',
      nullable: true,
      comment: 'The customer whose part it was, or to whom it was transferred; null: unknown',
    },
    from_customer_id: {
      type: 'text',
      nullable: true,
      comment: 'Of a transfer: the customer whose it was; null: unknown, or no transfer',
    },
    moved_on: { type: 'date', comment: 'Business date from which it counts' },
    method: { type: 'text', nullable: true, comment: 'Of a refund: how it was paid' },
    code: { type: 'text', nullable: true, comment: 'Of a return: why, in kebab case' },
    external_id: { type: 'text', nullable: true, comment: "Of a return: the bank's own id" },
    reference: { type: 'text', nullable: true, personal: true, comment: 'What was written to the bank' },
    reason: {
      type: 'text',
      nullable: true,
      personal: true,
      comment: 'Why, in the words of whoever recorded it',
    },
    reversed_on: {
      type: 'date',
      nullable: true,
      comment: 'Business date on which a refund came back or a return was won; null: it did not, was not',
    },
    issued_at: { type: 'bigint', comment: 'Position of the fact: it is known from it on' },
    issued_stated_at: STATED,
    ended_at: { type: 'bigint', nullable: true, comment: 'Position of its reversal' },
    ended_stated_at: { ...STATED, nullable: true },
  },
  indexes: ['(payment_id)'],
});
