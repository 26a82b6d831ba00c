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
] as const;

export type Field = (typeof FIELDS)[number];

export const REQUIRED: readonly Field[] = ['number', 'customerId', 'issuedOn', 'dueOn', 'total', 'currency'];

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
  dueOn: string;
  total: string;
  currency: string;
  ownerId?: string;
  /** Both or neither; paidAmount is the total where the row states a day only. */
  paidOn?: string;
  paidAmount?: string;
  reference?: string;
  /** ISO 8601, UTC. */
  recordedAt?: string;
}
