import { askedOf, parseSearch } from './time/search';

/** What the list of invoices is asked where an address opens it; undefined: it does not. */
export function invoicesAsked({
  pathname,
  search,
}: Pick<Location, 'pathname' | 'search'>): Record<string, string> | undefined {
  const address = parseSearch(search);
  return pathname === '/invoices' && !address._group ? askedOf(address) : undefined;
}
