import { Money } from '@quittance/kernel';
import { type Parameter, type Parameters, readQuery } from '../query-string.js';
import { readCursor } from '../cursor.js';
import { CSV_FORM } from '../csv.js';
import { byParameter, sumNames } from './facets.js';
import type { List } from './list.js';
import type { Row } from './column.js';
import {
  AFTER,
  type ListColumn,
  type ListColumns,
  type ListQuestion,
  PAGING,
  type SortBy,
  whatIsAsked,
} from './question.js';

// Rows of a list by one value of theirs: a list of its own over the sums of each value and currency.

const VALUE: ListColumn = { type: 'text', sql: 'r.value', nullable: true };
const CURRENCY: ListColumn = { type: 'text', sql: 'r.currency' };
const COUNT: ListColumn = { type: 'whole', sql: 'r.count' };

export const groupColumns = (
  sums: readonly string[],
): { columns: ListColumns; identity: ListColumn; standardSort: SortBy[] } => ({
  columns: {
    ...{ value: VALUE, currency: CURRENCY, count: COUNT },
    ...Object.fromEntries(
      sums.map((name) => [name, { type: 'amount', sql: `r."${name}"::numeric` } satisfies ListColumn]),
    ),
  },
  identity: { type: 'text', sql: 'r.key' },
  standardSort: [
    { column: 'value', descending: false },
    { column: 'currency', descending: false },
  ],
});

/** Amounts of two currencies are never compared: with one in the order, the groups of each currency stand together. */
const sortOf = (names: readonly string[]): Parameter<SortBy[]> => ({
  rule: 'sort',
  hint: `groups by one of these, descending with a minus in front, by an amount within each currency: ${names.join(', ')}`,
  example: `-${names.at(-1)}`,
  read: (text) => {
    const column = text.replace(/^-/, '');
    const by = { column, descending: text.startsWith('-') };
    if (!names.includes(column)) return undefined;
    return ['value', 'count'].includes(column) ? [by] : [{ column: 'currency', descending: false }, by];
  },
});

/** What groups can be asked beside the filters of their rows. */
export const groupsParameters = (list: List): Parameters => ({
  ...byParameter(list),
  sort: sortOf(['value', 'count', ...sumNames(list)]),
  ...PAGING,
});

/** The page of groups that is asked. @throws Rejection 422 */
export function groupsQuestion(
  list: List,
  query: Record<string, unknown>,
): ListQuestion & { parameters: Parameters } {
  const parameters = { ...groupsParameters(list), ...CSV_FORM };
  const asked = readQuery(query, { ...list.filters, ...parameters, ...AFTER }) as Record<string, unknown>;
  const key = JSON.stringify([`${list.of.name}/groups`, whatIsAsked(query, list.asked)]);
  const { limit, cursor, sort } = asked as { limit?: number; cursor?: string; sort?: SortBy[] };
  return {
    parameters,
    limit: limit ?? PAGING.limit.standard,
    limited: limit !== undefined || cursor !== undefined,
    filters: {},
    sort: sort ?? [],
    cursor: cursor === undefined ? undefined : readCursor(key, cursor),
    key,
  };
}

/** A group as it is answered: amounts with the decimals of their currency. */
export const groupOf =
  (sums: readonly string[]) =>
  (row: Record<string, unknown>): Row => {
    const { value, currency, count } = row as { value: string | null; currency: string; count: number };
    const amounts = sums.map((name) => [name, Money.of(row[name] as string, currency).toString()]);
    return { value, currency, count, ...Object.fromEntries(amounts) } as Row;
  };
