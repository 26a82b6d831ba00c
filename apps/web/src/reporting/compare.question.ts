import type { paths } from '../api/schema';
import type { Search } from '../time/search';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useAddress, useTime } from '../time/use-time';
import { shapeOf } from './aging.question';

type Asked = paths['/v1/compare']['get'];
type Query = NonNullable<Asked['parameters']['query']>;
export type Compared = Asked['responses'][200]['content']['application/json'];
export type Difference = Compared['rows'][number];

/** In the address instead of an instant: all that is known. */
export const NOW = 'now';

/** Whether the address names another place to compare with. */
export const isCompared = ({ _vsAsOf, _vsKnownAt }: Search): boolean =>
  _vsAsOf !== undefined || _vsKnownAt !== undefined;

/** Where A or B stands on both axes, as the answer says it. */
export interface At {
  asOf: string;
  knownAt: string;
}

export function placesOf({ asOf, knownAt, versus }: Pick<Compared, 'asOf' | 'knownAt' | 'versus'>): {
  a: At;
  b: At;
} {
  const [day = asOf, instant = knownAt] = versus.split(', ');
  return { a: { asOf, knownAt }, b: { asOf: day, knownAt: instant } };
}

/** What of the address says where B stands. */
export const otherPlaceOf = ({ _vsAsOf, _vsKnownAt }: Search): { vsAsOf?: string; vsKnownAt?: string } => ({
  ...(_vsAsOf && { vsAsOf: _vsAsOf }),
  ...(_vsKnownAt && _vsKnownAt !== NOW && { vsKnownAt: _vsKnownAt }),
});

/** The question of the address at both places. @param by what the rows are; totals when left out */
export function useCompared(by?: 'customer' | 'owner', row?: string) {
  const { search } = useAddress();
  const { time } = useTime();
  const { currency } = search;
  const { definition, ...shape } = shapeOf(search);
  const query: Query = {
    ...{ report: 'aging', ...time, ...shape },
    ...(definition && { definition: Number(definition) }),
    ...(currency && { currency }),
    ...otherPlaceOf(search),
    ...(by && { by }),
    ...(by && row !== undefined && { row }),
  };
  return useAsk('/v1/compare', query, (signal) => client.GET('/v1/compare', { params: { query }, signal }));
}
