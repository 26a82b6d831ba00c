import { sumsTable, table } from '@quittance/read-model';
import type { Account } from './accounts.js';
import { LINE, NAMED_INSTALMENT } from '../columns.js';

/** The line that makes a receivable. */
export const MAKING = 'due_on is not null';
/** Lines that change a receivable later. */
export const LATER = "account = 'receivable' and due_on is null";
/** Lines that settle an instalment by its number. */
export const NAMED = "account = 'receivable' and instalment is not null";
/** Lines of what is held for customers. */
export const HELD = "account in ('unapplied', 'pending', 'credit')";

/** A leg of a fact, and which account it balances against. Lines are only ever added; a question cuts them by both axes. */
export interface LedgerLine {
  position: bigint;
  line: number;
  account: Account;
  against: Account | null;
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
    'What facts move from account to account: debit is positive, credit negative; the lines of a fact that are against no account sum to zero per currency and day',
  key: ['position', 'line'],
  columns: {
    position: LINE.position,
    line: { type: 'integer', comment: 'Number of the line within its fact, from 1' },
    // Of fixed width, and what questions cut by: before the others, so that reading it finds it in its place.
    effective_on: LINE.effective_on,
    account: {
      type: 'text',
      comment:
        'receivable, unapplied, pending or credit, whose sum is the control; or an account that several lines balance against',
    },
    against: {
      type: 'text',
      nullable: true,
      comment:
        'The account on the other side, such as issued or cash: it moves by the amount with the sign turned; null: other lines of the fact are the other side',
    },
    kind: {
      type: 'text',
      comment:
        'On receivable: issued, or what settles the invoice (cash, credit, write-off, tolerance, ...); on other accounts: what was done',
    },
    currency: { type: 'text', comment: 'ISO 4217' },
    amount: { type: 'numeric', comment: 'In currency; debit positive, credit negative' },
    stated_at: LINE.stated_at,
    party: {
      type: 'text',
      nullable: true,
      comment: 'The customer whose money or debt it is: customers.id; null: the payer is unknown',
    },
    invoice_id: { type: 'uuid', nullable: true, comment: 'The invoice: invoices.id' },
    instalment: NAMED_INSTALMENT,
    settlement_line_id: {
      type: 'uuid',
      nullable: true,
      comment:
        'Id by which an undo names what it takes back: of an allocation, application, refund, write-off or other settlement',
    },
    document_id: {
      type: 'uuid',
      nullable: true,
      comment: 'The payment or credit note it is about: payments.id or credit_notes.id',
    },
    due_on: {
      type: 'date',
      nullable: true,
      comment: 'Contractual due date; null but on the line of a new invoice',
    },
    owner_id: {
      type: 'text',
      nullable: true,
      comment:
        'First owner: people.id; null but on the line of a new invoice (owner_lines has the later ones)',
    },
  },
  // Each holds all that a report sums from it, so that it need not look at the lines between.
  indexes: [
    `(effective_on) include (position, invoice_id, party, owner_id, currency, amount, due_on, stated_at)
     where ${MAKING}`,
    `(effective_on) include (position, invoice_id, amount, stated_at) where ${LATER}`,
    `(party) include (effective_on, position, account, currency, amount, stated_at) where ${HELD}`,
    // Limits of a customer and year.
    `(party) where ${LATER} and kind not in ('cash', 'credit')`,
    // Of one invoice, of one payment.
    `(invoice_id) where ${LATER}`,
    `(invoice_id, instalment) where ${NAMED}`,
    '(document_id) where document_id is not null',
  ],
});

/** What totals of a place close to the present begin with. */
export const heldDays = sumsTable({
  name: 'held_days',
  comment:
    'Money and credits held for customers as they stand, by account and business date: such ledger_lines added up by the database itself',
  of: ledgerLines,
  by: ['currency', 'account', 'effective_on'],
  where: HELD,
});
