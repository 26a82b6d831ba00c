import { asOneOf, asWhole, PAGING, type Question } from '@quittance/http';
import { type Basis, bucketsParameter } from './buckets.js';
import { AXES } from './known.js';

/** The number of the definition: rules 5 to 12 of the receivables, as this version computes them. */
export const DEFINITION = 1;

export const AGING_PARAMETERS = {
  ...AXES,
  basis: asOneOf<Basis>('what the age counts from', 'agreed', 'contractual', 'issued'),
  by: asOneOf('rows beside the totals', 'customer', 'owner'),
  buckets: bucketsParameter,
  definition: asWhole('the number of the definition', DEFINITION, DEFINITION, String(DEFINITION)),
  ...PAGING,
};

export type AgingQuestion = Question<typeof AGING_PARAMETERS>;

/** What a cursor belongs to: the question without its page, and without its place, which the cursor pins. */
export function questionKey({ by, basis, buckets, known, definition }: AgingQuestion): string {
  return JSON.stringify(['aging', by, basis, buckets, known, definition]);
}
