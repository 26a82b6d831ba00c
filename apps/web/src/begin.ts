import { askEarly, PAGE } from './api/asked-early';
import { invoicesAsked } from './opened-list';

/**
 * The first script that a browser runs, and a small one: it asks for who is signed in, and for the rows of the list that is opened,
 * while the browser still reads the scripts of the page.
 */
const asked = invoicesAsked(window.location);
const me = askEarly('/v1/me');
if (asked) {
  const rows = new URLSearchParams({ ...asked, limit: String(PAGE) });
  me.then(
    ({ ok }) => void (ok && askEarly(`/v1/invoices?${rows}`).catch(() => undefined)),
    // Whoever shows the page says so.
    () => undefined,
  );
}
void import('./main');
if (asked) void import('./invoice/invoices.page');
