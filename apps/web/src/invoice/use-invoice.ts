import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { paths } from '../api/schema';
import { useTime } from '../time/use-time';

export type InvoiceDetails =
  paths['/v1/invoices/{id}']['get']['responses'][200]['content']['application/json'];

/** One invoice, where the reader stands on both axes. */
export function useInvoice(id: string) {
  const { time } = useTime();
  return useAsk('/v1/invoices/{id}', { id, ...time }, (signal) =>
    client.GET('/v1/invoices/{id}', { params: { path: { id }, query: time }, signal }),
  );
}
