import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { CustomerQuery } from './customers.columns';

/** How many customers match, and what they owe in each currency. */
export function useSummary({ sort: _sort, limit: _limit, cursor: _cursor, ...query }: CustomerQuery) {
  const { data, error } = useAsk('/v1/customers/summary', query, (signal) =>
    client.GET('/v1/customers/summary', { params: { query }, signal }),
  );
  return error ? undefined : data?.body;
}
