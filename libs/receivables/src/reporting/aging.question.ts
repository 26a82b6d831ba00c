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
import { ROW_AMOUNTS, ROW_FILTERS, rowFiltersOf } from './aging.filters.js';
import { NEWEST } from './definitions/index.js';

/** Rows by one of their amounts. Amounts of two currencies are never compared: each currency's rows stand together. */
export interface AgingSort {
  column: (typeof ROW_AMOUNTS)[number];
  descending: boolean;
}

const sort: Parameter<AgingSort> = {
  rule: 'sort',
  hint: `rows by one amount within each currency, largest first with a minus in front: ${ROW_AMOUNTS.join(', ')}`,
  example: '-open',
  read: (text) => {
    const column = ROW_AMOUNTS.find((name) => name === text.replace(/^-/, ''));
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
  ...ROW_FILTERS,
  ...PAGING,
};

export type AgingQuestion = Question<typeof AGING_PARAMETERS>;

/** @throws Rejection 422 when rows are sorted or filtered that nobody asked for */
export function checked(asked: AgingQuestion): AgingQuestion {
  rowFiltersOf(asked);
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
  const filters = Object.entries(rowFiltersOf({ by, ...more }));
  const added = [
    ...(sort || currency || filters.length > 0 ? [currency ?? null, sort ?? null] : []),
    ...(filters.length > 0 ? [filters.sort(([a], [b]) => (a < b ? -1 : 1))] : []),
  ];
  return JSON.stringify(['aging', by, basis, buckets, known, definition, ...added]);
}
