import { useSearchOf } from '../api/search';

/** What can be looked up by the beginning of its number, name or id. */
export type Lookup = 'person' | 'customer' | 'invoice' | 'credit-note';

export interface Found {
  id: string;
  title: string;
  second: string;
}

export const useLookup = (of: Lookup, typed: string): Found[] =>
  useSearchOf(typed).filter(({ kind }) => kind === of);
