import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { InvoiceQuery } from './invoices.columns';

/** Count and sums of all that match, not only of the rows that came. */
export function useSummary({ sort: _sort, limit: _limit, cursor: _cursor, ...query }: InvoiceQuery) {
  const { data, error } = useAsk('/v1/invoices/summary', query, (signal) =>
    client.GET('/v1/invoices/summary', { params: { query }, signal }),
  );
  return error ? undefined : data?.body;
}
