/**
 * The address is the whole state (rule 2). Parameters without an underscore go to the API as they stand; `_` are the page's own.
 * Every value is a text: an invoice number is never read as a number.
 */
export type Search = Record<string, string | undefined>;

export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const kept = Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const text = new URLSearchParams(kept).toString();
  // Commas, colons and slashes are read by people.
  return text === '' ? '' : `?${text.replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%2F/g, '/')}`;
}

/** What travels along every link. */
export const TIME_KEYS = ['asOf', 'knownAt', 'known'] as const;

export interface Time {
  asOf?: string;
  knownAt?: string;
  known?: 'recorded' | 'stated';
}

/** Where the reader stands on both axes. */
export const timeOf = ({ asOf, knownAt, known }: Search): Time => ({
  ...(asOf !== undefined && { asOf }),
  ...(knownAt !== undefined && { knownAt }),
  ...(known === 'stated' && { known }),
});

/** What is asked of the API: everything but the page's own. */
export const askedOf = (search: Search): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search).filter((pair): pair is [string, string] => !!pair[1] && !pair[0].startsWith('_')),
  );

/** What is asked of a list that has no axes. */
export const untimedOf = (search: Search): Record<string, string> =>
  Object.fromEntries(
    Object.entries(askedOf(search)).filter(([name]) => !(TIME_KEYS as readonly string[]).includes(name)),
  );

/** Filters alone: without time and order. */
export const filtersOf = (search: Search): Record<string, string> =>
  Object.fromEntries(
    Object.entries(askedOf(search)).filter(([name]) => ![...TIME_KEYS, 'sort'].includes(name)),
  );

/** The three states of the time control. Only the last one forbids commands. */
export type TimeState = 'present' | 'as-of' | 'known-at';

export const stateOf = ({ asOf, knownAt, known }: Time): TimeState =>
  knownAt !== undefined || known === 'stated' ? 'known-at' : asOf !== undefined ? 'as-of' : 'present';
