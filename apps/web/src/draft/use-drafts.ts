import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useList } from '../api/list';
import type { paths } from '../api/schema';
import type { Counting } from '../parts/facet-values';
import { type Search, untimedOf } from '../time/search';

type Query = NonNullable<paths['/v1/drafts']['get']['parameters']['query']>;
export type DraftRow =
  paths['/v1/drafts']['get']['responses'][200]['content']['application/json']['items'][number];
export type DraftDetails = paths['/v1/drafts/{id}']['get']['responses'][200]['content']['application/json'];

/** Drafts as an address asks for them. Nothing of them is owed: no axis of time is theirs. */
export function useDrafts(search: Search) {
  const query: Query = untimedOf(search);
  return useList<DraftRow>('/v1/drafts', query, ({ signal, ...page }) =>
    client.GET('/v1/drafts', { params: { query: { ...query, ...page } }, signal }),
  );
}

export const useDraft = (id: string) =>
  useAsk('/v1/drafts/{id}', { id }, (signal) =>
    client.GET('/v1/drafts/{id}', { params: { path: { id } }, signal }),
  );

/** How many drafts have which value of a filter. */
export function useDraftCounting(search: Search): Counting {
  const { sort: _sort, ...query } = untimedOf(search);
  const path = '/v1/drafts/facets';
  return {
    ...{ path, asked: query },
    ask: (of, signal) => client.GET(path, { params: { query: { ...query, of } }, signal }),
  };
}
