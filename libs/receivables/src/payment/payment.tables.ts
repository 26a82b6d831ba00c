import { standingTable, table } from '@quittance/read-model';

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
    id: { type: 'uuid', comment: 'Of the payment, as the API answers it' },
    currency: { type: 'text', comment: 'ISO 4217' },
    received: { type: 'numeric', comment: 'Amount received, in currency' },
    allocated: { type: 'numeric', comment: 'Accepted by invoices, in currency' },
    pending: { type: 'numeric', comment: 'Requested, not yet answered by the invoice' },
    unapplied: { type: 'numeric', comment: 'Settles nothing yet' },
    received_on: { type: 'date', comment: 'Bank date; the payment counts from it' },
    method: { type: 'text', nullable: true, comment: 'How it came: transfer, card, ...' },
    reference: { type: 'text', nullable: true, personal: true, comment: 'What the payer wrote' },
    payer_id: { type: 'text', nullable: true, comment: 'Who paid, as stated' },
    customer_id: { type: 'text', nullable: true, comment: 'Whose money it is while unapplied' },
    source: { type: 'text', nullable: true, comment: 'Where it is known from: a bank account, ...' },
    external_id: { type: 'text', nullable: true, comment: 'Its id at the source' },
    received_at: { type: 'bigint', comment: 'Position of PaymentReceived: known since' },
    received_stated_at: { type: 'timestamptz', comment: 'Its stated instant, else recorded' },
  },
  indexes: ['(customer_id)', '(payer_id)', '(received_on)', '(position)', '(position) where pending > 0'],
});

/** The part of a payment that was meant for one invoice, and what became of it. Two-axis by its two positions. */
export interface AllocationRow {
  payment_id: string;
  invoice_id: string;
  /** The invoice's customer. */
  customer_id: string;
  number: string;
  currency: string;
  requested: string;
  applied: string;
  status: 'pending' | 'applied' | 'refused';
  code: string | null;
  received_on: string;
  applied_on: string | null;
  requested_at: bigint;
  requested_stated_at: Date;
  answered_at: bigint | null;
  answered_stated_at: Date | null;
}
export const allocations = table<AllocationRow>({
  name: 'payment_allocations',
  comment: 'Parts of payments meant for invoices: requested, and applied or refused by the invoice',
  key: ['payment_id', 'invoice_id'],
  columns: {
    payment_id: { type: 'uuid', comment: 'Of the payment: payments.id' },
    invoice_id: { type: 'uuid', comment: 'Of the invoice: invoices.id' },
    customer_id: { type: 'text', comment: "The invoice's customer" },
    number: { type: 'text', comment: "The invoice's number" },
    currency: { type: 'text', comment: 'ISO 4217' },
    requested: { type: 'numeric', comment: 'Meant for the invoice, in currency' },
    applied: { type: 'numeric', comment: 'Taken by the invoice, in currency' },
    status: { type: 'text', comment: 'pending, applied or refused' },
    code: { type: 'text', nullable: true, comment: 'Why refused or cut' },
    received_on: { type: 'date', comment: 'Bank date of the payment' },
    applied_on: { type: 'date', nullable: true, comment: 'The allocation counts from it' },
    requested_at: { type: 'bigint', comment: 'Position of the payment' },
    requested_stated_at: { type: 'timestamptz', comment: 'Stated instant of the payment, else recorded' },
    answered_at: { type: 'bigint', nullable: true, comment: "Position of the invoice's answer: known since" },
    answered_stated_at: {
      type: 'timestamptz',
      nullable: true,
      comment: 'Stated instant of the answer, else recorded',
    },
  },
  indexes: ['(invoice_id)', "(requested_at) where status = 'pending'"],
});
