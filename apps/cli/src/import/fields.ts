import type { Terms } from './terms.js';

/** The fields of a row that a mapping may fill, from a column or a constant. */
export const FIELDS = [
  'number',
  'customerId',
  'customerName',
  'issuedOn',
  'dueOn',
  'total',
  'currency',
  'paidOn',
  'paidAmount',
  'reference',
  'ownerId',
  'recordedAt',
  'terms',
  'company',
] as const;

export type Field = (typeof FIELDS)[number];

export const REQUIRED: readonly Field[] = ['number', 'customerId', 'issuedOn', 'total', 'currency'];
/** One of them is needed; where a row has both, the date counts. */
export const DUE: readonly Field[] = ['dueOn', 'terms'];
/** Read by the date format. */
export const DATES = ['issuedOn', 'dueOn', 'paidOn', 'recordedAt'] as const satisfies readonly Field[];

export const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

/** One thing wrong with a row; without a field it is about the row as a whole. */
export interface Fault {
  field?: Field;
  /** What to show as the value, where it is not the field's cell. */
  value?: string;
  rule: string;
}

/** A row that could be read: dates as YYYY-MM-DD, amounts with exactly the currency's decimals. */
export interface ImportRow {
  number: string;
  customerId: string;
  customerName?: string;
  issuedOn: string;
  /** Either this or the terms. */
  dueOn?: string;
  terms?: Terms;
  total: string;
  currency: string;
  ownerId?: string;
  /** Both or neither; paidAmount is the total where the row states a day only. */
  paidOn?: string;
  paidAmount?: string;
  /** Which of several payments of the same content this is; the first when left out. */
  occurrence?: number;
  reference?: string;
  /** ISO 8601, UTC. */
  recordedAt?: string;
}
