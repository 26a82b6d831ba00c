import type { Parameter } from '@quittance/reading';

export const BASES = ['agreed', 'contractual', 'issued'] as const;
export type Basis = (typeof BASES)[number];

/** Upper ends of all buckets but the last, in days. */
export type BucketEnds = readonly number[];

export const STANDARD_BUCKETS: BucketEnds = [30, 60, 90];
const MOST_BUCKETS = 12;
const FURTHEST = 3_650;

export const bucketsParameter: Parameter<BucketEnds> = {
  rule: 'buckets',
  hint: `where buckets end: 1 to ${MOST_BUCKETS} ascending whole days by comma, 30,60,90 when left out`,
  example: '30,60,90',
  read: (text) => {
    const ends = text.split(',').map((end) => (/^[1-9]\d{0,3}$/.test(end) ? Number(end) : NaN));
    const ascending = ends.every((end, i) => end <= FURTHEST && (i === 0 || end > ends[i - 1]!));
    return ascending && ends.length <= MOST_BUCKETS ? ends : undefined;
  },
};

/**
 * Names of the buckets in order: `not_due`, `1-30`, ..., and the last, which the trade calls `90+` (91 and more)
 * in the standard list and by its first day in all others (`61+`). By days since issue the first is `0-30`.
 */
export function bucketNames(ends: BucketEnds, basis: Basis): string[] {
  const first = basis === 'issued' ? 0 : 1;
  const named = ends.map((end, i) => `${i === 0 ? first : ends[i - 1]! + 1}-${end}`);
  const last = ends.at(-1)!;
  const open = ends.join() === STANDARD_BUCKETS.join() ? `${last}+` : `${last + 1}+`;
  return [...(basis === 'issued' ? [] : ['not_due']), ...named, open];
}

/** SQL for the index of the bucket that `days` fall in. @param said what is said of a bucket instead, in SQL */
export function bucketOf(
  days: string,
  ends: BucketEnds,
  basis: Basis,
  said: (index: number) => string = String,
): string {
  const uppers = basis === 'issued' ? ends : [0, ...ends];
  return `case ${uppers.map((end, i) => `when ${days} <= ${end} then ${said(i)}`).join(' ')} else ${said(uppers.length)} end`;
}
