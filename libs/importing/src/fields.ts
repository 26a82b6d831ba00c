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
  'instalments',
  'company',
  'open',
  'settledBefore',
  'lastReminder',
  'remindersSent',
  'disputed',
  'disputedOn',
  'externalId',
  'method',
  'payerAccount',
] as const;

export type Field = (typeof FIELDS)[number];

/** Read by the date format. */
export const DATES = [
  'issuedOn',
  'dueOn',
  'paidOn',
  'disputedOn',
  'recordedAt',
] as const satisfies readonly Field[];

export const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

/** One thing wrong with a row; without a field it is about the row as a whole. */
export interface Fault {
  field?: Field;
  /** What to show as the value, where it is not the field's cell. */
  value?: string;
  rule: string;
}

/** What a mapping must fill. */
export interface Needs {
  /** Fields that need a column or a constant, and a value in each row. */
  required: readonly Field[];
  /** Of each of these, a column or a constant for one field is needed. */
  oneOf: readonly (readonly Field[])[];
}
