import type { QueryClient } from '@tanstack/react-query';
import { mayRetry } from './api/asking';
import { askFirstPage } from './api/list';
import { ME } from './api/session';
import { askInvoices } from './invoice/ask-invoices';
import { askedOf, parseSearch } from './time/search';

/**
 * What the address that somebody opens will ask for anyhow: its files, and its rows as soon as it is known who is signed in. They are
 * on their way while the page is drawn, not after it.
 */
export function askAtOnce(
  queries: QueryClient,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
): void {
  const me = queries.fetchQuery({ ...ME, retry: mayRetry });
  const address = parseSearch(search);
  const asked = askedOf(address);
  const isList = pathname === '/invoices' && !address._group;
  if (isList) void import('./invoice/invoices.page');
  me.then(
    () => (isList ? askFirstPage(queries, '/v1/invoices', asked, askInvoices(asked)) : undefined),
    // Whoever shows the page says so.
    () => undefined,
  );
}
