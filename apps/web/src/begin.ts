import { askedOf, parseSearch } from './time/search';
import { askEarly } from './api/asked-early';

/**
 * The first script that a browser runs, and a small one: it asks for who is signed in, and for the rows of the list that is opened,
 * while the browser still reads the scripts of the page.
 */
const { pathname, search } = window.location;
const address = parseSearch(search);
const isList = pathname === '/invoices' && !address._group;
const me = askEarly('/v1/me');
if (isList) {
  const rows = new URLSearchParams({ ...askedOf(address), limit: '100' });
  me.then(
    ({ ok }) => void (ok && askEarly(`/v1/invoices?${rows}`).catch(() => undefined)),
    // Whoever shows the page says so.
    () => undefined,
  );
}
void import('./main');
if (isList) void import('./invoice/invoices.page');
