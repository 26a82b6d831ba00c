import { Rejection } from '@quittance/kernel';
import {
  asWords,
  type Bind,
  conditionsOf,
  type Cut,
  type ListColumn,
  type ListQuestion,
  listParameters,
  beginningWith,
  type Parameters,
  wordsOf,
} from '@quittance/reading';

/** Amounts of a row, in the order of the report. */
export const ROW_AMOUNTS = [
  'open',
  'overdue',
  'extended',
  'disputed',
  'unapplied',
  'pending',
  'credits',
  'control',
] as const;

const COLUMNS: Readonly<Record<string, ListColumn>> = {
  key: { type: 'text', sql: 'key', folded: true, example: 'C-104' },
  ...Object.fromEntries(
    ROW_AMOUNTS.map((name) => [name, { type: 'amount', sql: name, example: '100.00' } satisfies ListColumn]),
  ),
};

const { limit: _limit, cursor: _cursor, sort: _sort, ...filters } = listParameters(COLUMNS);

/** Which rows are shown. Totals are of all, whatever is shown of them. */
export const ROW_FILTERS: Parameters = {
  ...filters,
  q: asWords('rows with words that begin so: of ids and names', 'rossi'),
};

export type RowFilters = ListQuestion['filters'];

/** What a question asks of its rows. @throws Rejection 422 where that means nothing */
export function rowFiltersOf(asked: object): RowFilters {
  const given = Object.entries(asked).filter(
    ([name, value]) => Object.hasOwn(ROW_FILTERS, name) && value !== undefined,
  );
  const { by, currency } = asked as { by?: string; currency?: string };
  for (const [name] of given) {
    if (!by) throw meansNothing(name, 'needs-by', 'name the rows: by=customer or by=owner');
    if (!currency && name !== 'key' && name !== 'q')
      throw meansNothing(
        name,
        'needs-currency',
        'amounts of two currencies are never compared: currency=EUR',
      );
  }
  return Object.fromEntries(given);
}

const meansNothing = (name: string, rule: string, hint: string): Rejection =>
  Rejection.invalid('invalid', 'A parameter is wrong.', { field: `/${name}`, rule, hint });

/** The conditions on groups. @param name SQL of a group's name */
export function rowConditions(bind: Bind, { q, ...columns }: RowFilters, name: string): string[] {
  const words = wordsOf(q as string | undefined).map(
    (word) => `(coalesce(key, '') || ' ' || coalesce(${name}, '')) ~ ${bind.add(beginningWith(word))}`,
  );
  return [...Object.values(conditionsOf({ columns: COLUMNS, bind }, { filters: columns })), ...words];
}

/** A name as it was known at the cut: of a customer or person `key`. */
export const nameAt = (cut: Cut, by: 'customer' | 'owner'): string => `(
    select l.name from live.party_lines l
    where l.party = '${by === 'owner' ? 'person' : 'customer'}' and l.party_id = key
      and l.name is not null and ${cut.known('l')}
    order by l.position desc limit 1)`;
