import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { InvoiceQuery } from './invoices.columns';

/** Count and sums of all that match, not only of the rows that came. @param enabled whether it is time to ask */
export function useSummary(
  { sort: _sort, limit: _limit, cursor: _cursor, ...query }: InvoiceQuery,
  enabled = true,
) {
  const { data, error } = useAsk(
    '/v1/invoices/summary',
    query,
    (signal) => client.GET('/v1/invoices/summary', { params: { query }, signal }),
    { enabled },
  );
  return error ? undefined : data?.body;
}
