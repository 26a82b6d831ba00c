import { table } from '@quittance/read-model';
import type { Account } from './accounts.js';

/** The line that makes a receivable. */
export const MAKING = 'due_on is not null';
/** Lines that change a receivable later. */
export const LATER = "account = 'receivable' and due_on is null";
/** Lines of what is held for customers. */
export const HELD = "account in ('unapplied', 'pending', 'credit')";

/** One leg of a fact. Lines are only ever added; a question cuts them by both axes. */
export interface LedgerLine {
  position: bigint;
  line: number;
  account: Account;
  kind: string;
  currency: string;
  amount: string;
  effective_on: string;
  stated_at: Date;
  party: string | null;
  invoice_id: string | null;
  instalment: number | null;
  settlement_line_id: string | null;
  document_id: string | null;
  due_on: string | null;
  owner_id: string | null;
}

export const ledgerLines = table<LedgerLine>({
  name: 'ledger_lines',
  comment:
    'Legs of facts that move money: debit positive, credit negative; those of a fact sum to zero per currency and day',
  key: ['position', 'line'],
  columns: {
    position: { type: 'bigint', comment: 'Position of the fact: known=recorded cuts on it' },
    line: { type: 'integer', comment: 'Within one fact, from 1' },
    account: {
      type: 'text',
      comment:
        'receivable, unapplied, pending, credit (their sum is the control), or what they balance against',
    },
    kind: {
      type: 'text',
      comment: 'Of receivable: issued, void, or the settlement kind (cash, credit, ...); else what was done',
    },
    currency: { type: 'text', comment: 'ISO 4217' },
    amount: { type: 'numeric', comment: 'In currency; debit positive, credit negative' },
    effective_on: { type: 'date', comment: "Business date it counts from, in the entity's zone" },
    stated_at: { type: 'timestamptz', comment: 'Stated instant, else recorded: known=stated cuts on it' },
    party: { type: 'text', nullable: true, comment: 'Whose it is: customers.id; null: payer unknown' },
    invoice_id: { type: 'uuid', nullable: true, comment: 'Of the invoice: invoices.id' },
    instalment: { type: 'integer', nullable: true, comment: 'The instalment that was named' },
    settlement_line_id: { type: 'uuid', nullable: true, comment: 'What an undo names' },
    document_id: { type: 'uuid', nullable: true, comment: 'What the money came with: payments.id, ...' },
    due_on: {
      type: 'date',
      nullable: true,
      comment: 'Contractual due date; only on the line that makes a receivable',
    },
    owner_id: {
      type: 'text',
      nullable: true,
      comment: 'Owner at issue; only on the line that makes a receivable; owner_lines say later ones',
    },
  },
  // Each holds all that a report sums from it, so that it need not look at the lines between.
  indexes: [
    `(effective_on) include (position, invoice_id, party, owner_id, currency, amount, due_on, stated_at)
     where ${MAKING}`,
    `(effective_on) include (position, invoice_id, amount, stated_at) where ${LATER}`,
    `(party) include (effective_on, position, account, currency, amount, stated_at) where ${HELD}`,
    // Of one invoice, of one payment.
    `(invoice_id) where ${LATER}`,
    '(document_id) where document_id is not null',
  ],
});
