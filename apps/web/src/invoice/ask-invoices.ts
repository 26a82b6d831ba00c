import { client } from '../api/client';
import type { InvoiceQuery } from './invoices.columns';

/** A page of the list of invoices. */
export const askInvoices =
  (query: InvoiceQuery) =>
  ({ signal, ...page }: { cursor?: string; limit: number; signal: AbortSignal }) =>
    client.GET('/v1/invoices', { params: { query: { ...query, ...page } }, signal });
