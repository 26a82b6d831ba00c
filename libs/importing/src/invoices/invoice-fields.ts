import type { Field, Needs } from '../fields.js';
import type { Terms } from './terms.js';

/** What a row of an invoice needs. */
export const REQUIRED: readonly Field[] = ['number', 'customerId', 'issuedOn', 'total', 'currency'];
/** One of them is needed; where a row has several, instalments count, then the date. */
export const DUE: readonly Field[] = ['dueOn', 'terms', 'instalments'];

export const INVOICE_NEEDS: Needs = { required: REQUIRED, oneOf: [DUE] };

/** A part of an invoice, with a due date of its own. */
export interface Instalment {
  dueOn: string;
  amount: string;
}

/** What an invoice that is taken over says of the time before. */
export interface Opening {
  on: string;
  settledBefore?: string;
  lastReminder?: string;
  remindersSent?: number;
}

/** A row that could be read: dates as YYYY-MM-DD, amounts with exactly the currency's decimals. */
export interface ImportRow {
  number: string;
  customerId: string;
  customerName?: string;
  issuedOn: string;
  /** One of these three. */
  dueOn?: string;
  terms?: Terms;
  instalments?: Instalment[];
  /** Of a credit note too it is more than zero. */
  total: string;
  currency: string;
  /** A negative total is a credit note, where the import was told so. */
  isCreditNote?: boolean;
  ownerId?: string;
  /** It was kept elsewhere, and is taken over on a day. */
  opening?: Opening;
  /** Undefined: nothing is disputed; without an amount all that is open. */
  disputed?: { amount?: string; on: string };
  /** Both or neither; paidAmount is the total where the row states a day only. */
  paidOn?: string;
  paidAmount?: string;
  /** Which of several payments of the same content this is; the first when left out. */
  occurrence?: number;
  reference?: string;
  /** ISO 8601, UTC. */
  recordedAt?: string;
}

/** What the file as a whole says of a customer. */
export interface CustomerSaid {
  /** The earliest instant that a row states; none where none does. */
  statedRecordedAt?: string;
  name?: string;
  /** The day of issue of the row that the name is from. */
  named: string;
}
