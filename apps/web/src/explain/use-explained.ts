import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { Cell } from '../parts/explanation';
import { useTime } from '../time/use-time';

/** `C-104/1-30`: its row and its column. Ids may have slashes. */
export function splitCell({ cell }: Cell): { row: string; column: string } {
  const slash = cell.lastIndexOf('/');
  return { row: cell.slice(0, slash), column: cell.slice(slash + 1) };
}

/** What a cell is made of, at its own place in time or at that of the page. */
export function useExplained({ line: _line, definition, ...cell }: Cell) {
  const { time } = useTime();
  const query = {
    ...time,
    ...cell,
    ...(definition !== undefined && { definition: Number(definition) }),
    report: cell.report ?? ('aging' as const),
  };
  return useAsk('/v1/explain', query, (signal) => client.GET('/v1/explain', { params: { query }, signal }));
}

/** @returns undefined until it is known, or where none is asked for */
export function useInvoiceNumber(id: string | undefined): string | undefined {
  const { time } = useTime();
  const path = { id: id ?? '' };
  const { data } = useAsk(
    '/v1/invoices/{id}',
    { ...path, ...time },
    (signal) => client.GET('/v1/invoices/{id}', { params: { path, query: time }, signal }),
    { enabled: id !== undefined },
  );
  return data?.body.id === id ? data?.body.number : undefined;
}

/** @returns undefined until it is known, or where nobody is asked for */
export function useCustomerName(id: string | undefined): string | undefined {
  const { time } = useTime();
  const path = { id: id ?? '' };
  const { data } = useAsk(
    '/v1/customers/{id}',
    { ...path, ...time },
    (signal) => client.GET('/v1/customers/{id}', { params: { path, query: time }, signal }),
    { enabled: id !== undefined },
  );
  return data?.body.id === id ? (data?.body.name ?? undefined) : undefined;
}
