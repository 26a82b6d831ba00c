import type { QueryClient } from '@tanstack/react-query';
import { mayRetry } from './api/asking';
import { askFirstPage } from './api/list';
import { ME } from './api/session';
import { askInvoices } from './invoice/ask-invoices';
import { askedOf, parseSearch } from './time/search';

/** Milliseconds that nobody minds to look at nothing. */
const UNSEEN_MS = 200;

/**
 * Takes what `begin.ts` has asked for into the cache of the page, so that it is drawn once, and whole.
 * @returns when it is known who is signed in, and the files of the list are there; soon at any rate, so that waiting is seen
 */
export const askAtOnce = (
  queries: QueryClient,
  location: Pick<Location, 'pathname' | 'search'>,
): Promise<void> =>
  Promise.race([taking(queries, location), new Promise<void>((done) => setTimeout(done, UNSEEN_MS))]);

async function taking(
  queries: QueryClient,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
): Promise<void> {
  const me = queries.fetchQuery({ ...ME, retry: mayRetry });
  const address = parseSearch(search);
  const asked = askedOf(address);
  const isList = pathname === '/invoices' && !address._group;
  const page = isList ? import('./invoice/invoices.page') : undefined;
  try {
    await me;
    if (isList) void askFirstPage(queries, '/v1/invoices', asked, askInvoices(asked));
    await page;
  } catch {
    // Whoever shows the page says so.
  }
}
