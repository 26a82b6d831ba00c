import type { QueryClient } from '@tanstack/react-query';
import { mayRetry } from './api/asking';
import { askFirstPage } from './api/list';
import { ME } from './api/session';
import { askInvoices } from './invoice/ask-invoices';
import { invoicesAsked } from './opened-list';

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

async function taking(queries: QueryClient, location: Pick<Location, 'pathname' | 'search'>): Promise<void> {
  const me = queries.fetchQuery({ ...ME, retry: mayRetry });
  const asked = invoicesAsked(location);
  const page = asked && import('./invoice/invoices.page');
  try {
    await me;
    if (asked) void askFirstPage(queries, '/v1/invoices', asked, askInvoices(asked));
    await page;
  } catch {
    // Whoever shows the page says so.
  }
}
