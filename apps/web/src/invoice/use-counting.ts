import { client } from '../api/client';
import type { Counting } from '../parts/facet-values';
import type { InvoiceQuery } from './invoices.columns';

/** How many invoices have which value of a filter. */
export function useCounting({
  sort: _sort,
  limit: _limit,
  cursor: _cursor,
  ...query
}: InvoiceQuery): Counting {
  const path = '/v1/invoices/facets';
  return {
    ...{ path, asked: query },
    ask: (of, signal) => client.GET(path, { params: { query: { ...query, of } }, signal }),
  };
}
