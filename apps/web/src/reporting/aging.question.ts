import type { paths } from '../api/schema';
import type { Cell } from '../parts/explanation';
import { askedOf, type Search } from '../time/search';

type Asked = paths['/v1/reports/aging']['get'];
export type AgingQuery = NonNullable<Asked['parameters']['query']>;
export type AgingAnswer = Asked['responses'][200]['content']['application/json'];
export type AgingRow = AgingAnswer['rows'][number];
export type Basis = NonNullable<AgingQuery['basis']>;

/** Buckets of the report where nobody says others. */
const STANDARD = ['1-30', '31-60', '61-90', '90+'];

/** The report as the address asks it: by customer, unless it says otherwise. */
export function agingQuery(search: Search): AgingQuery {
  const { definition, ...asked } = askedOf(search);
  return {
    by: 'customer',
    ...asked,
    ...(definition !== undefined && { definition: Number(definition) }),
  };
}

/** What of the question says how old something is: the same for rows, totals and series. */
export function shapeOf({
  basis,
  buckets,
  definition,
}: Search): Pick<Cell, 'basis' | 'buckets' | 'definition'> {
  return {
    ...(basis && { basis: basis as Basis }),
    ...(buckets && { buckets }),
    ...(definition && { definition }),
  };
}

/** The cell of a total. */
export const totalCell = (search: Search, currency: string, column: string): Cell => ({
  ...{ cell: `/${column}`, currency },
  ...shapeOf(search),
});

/** The cell of a row. */
export const rowCell = (
  search: Search,
  { key, currency }: Pick<AgingRow, 'key' | 'currency'>,
  column: string,
): Cell => ({
  ...{ cell: `${key ?? '-'}/${column}`, currency, by: byOf(search) },
  ...shapeOf(search),
});

export const byOf = (search: Search): 'customer' | 'owner' => (search.by === 'owner' ? 'owner' : 'customer');

/** Names of the buckets, as far as the address tells them: until an answer comes that has them. */
export const bucketsAsked = (search: Search): string[] => {
  const first = search.basis === 'issued' ? '0-30' : 'not_due';
  return search.buckets ? [] : [first, ...(search.basis === 'issued' ? STANDARD.slice(1) : STANDARD)];
};
