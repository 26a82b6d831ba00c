/** What a person does on a document, as far as it may be kept apart from something else on it. */
export const DUTIES = [
  'record-cash',
  'allocate',
  'refund',
  'write-off',
  'approve',
  'issue',
  'credit',
  'master-data',
  'settings',
] as const;
export type Duty = (typeof DUTIES)[number];

/** Two duties that one person may not combine on one document. */
export type DutyPair = readonly [Duty, Duty];

/** What whoever does these may not have done, or do with them, on the same document. */
export const keptApart = (pairs: readonly DutyPair[], duties: readonly Duty[]): Duty[] =>
  pairs.flatMap(([one, other]) => [
    ...(duties.includes(one) ? [other] : []),
    ...(duties.includes(other) ? [one] : []),
  ]);
