import {
  asCurrency,
  asOneOf,
  asWhole,
  AXES,
  PAGING,
  type Parameter,
  type Question,
} from '@quittance/reading';
import { Rejection } from '@quittance/kernel';
import { type Basis, BASES, bucketsParameter } from './buckets.js';
import { NEWEST } from './definitions/index.js';

const SORTS = [
  'open',
  'overdue',
  'extended',
  'disputed',
  'unapplied',
  'pending',
  'credits',
  'control',
] as const;

/** Rows by one of their amounts. Amounts of two currencies are never compared: each currency's rows stand together. */
export interface AgingSort {
  column: (typeof SORTS)[number];
  descending: boolean;
}

const sort: Parameter<AgingSort> = {
  rule: 'sort',
  hint: `rows by one amount within each currency, largest first with a minus in front: ${SORTS.join(', ')}`,
  example: '-open',
  read: (text) => {
    const column = SORTS.find((name) => name === text.replace(/^-/, ''));
    return column && { column, descending: text.startsWith('-') };
  },
};

export const AGING_PARAMETERS = {
  ...AXES,
  basis: asOneOf<Basis>('what the age counts from', ...BASES),
  by: asOneOf('rows beside the totals', 'customer', 'owner'),
  buckets: bucketsParameter,
  sort,
  currency: asCurrency('only this currency, every one when left out'),
  definition: asWhole('the number of the definition, the newest when left out', 1, NEWEST, String(NEWEST)),
  ...PAGING,
};

export type AgingQuestion = Question<typeof AGING_PARAMETERS>;

/** @throws Rejection 422 when rows are sorted that nobody asked for */
export function checked(asked: AgingQuestion): AgingQuestion {
  if (!asked.sort || asked.by) return asked;
  throw Rejection.invalid('invalid', 'A parameter is wrong.', {
    field: '/sort',
    rule: 'needs-by',
    hint: 'name the rows that it sorts: by=customer or by=owner',
  });
}

/** The cut holds what the definition has no column for. */
export const unknownTo = (definition: number): Rejection =>
  Rejection.invalid('invalid', 'A parameter is wrong.', {
    field: '/definition',
    rule: 'knows-the-cut',
    value: definition,
    hint: `the cut holds credit notes, instalments, plans or disputes, which aging/${definition} does not know: ask definition=${NEWEST}`,
  });

/**
 * What a cursor belongs to: the question without its page, and without its place, which the cursor pins. What was not
 * asked for is not in it: cursors are part of answers, and answers keep their hash.
 */
export function questionKey({ by, basis, buckets, known, definition, ...more }: AgingQuestion): string {
  const { sort, currency } = more;
  const added = sort || currency ? [currency ?? null, sort ?? null] : [];
  return JSON.stringify(['aging', by, basis, buckets, known, definition, ...added]);
}
