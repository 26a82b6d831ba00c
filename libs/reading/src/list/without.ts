import type { Parameters } from '../query-string.js';
import { type Faceted, facetsOf } from './faceted.js';
import { asSome } from './question.js';
import type { Conditions } from './sql.js';

// Rows that lack a value by which the list is counted and grouped: in its groups a row of their own, which leads to them.

/** What rows of the list may lack. */
export const lackedIn = ({ of }: Faceted): string[] =>
  facetsOf({ of }).filter((name) => of.columns[name]?.nullable || Object.hasOwn(of.lacks ?? {}, name));

/** The filter; none where every row has every value. */
export const withoutParameter = (names: readonly string[]): Parameters =>
  names.length === 0 ? {} : { without: asSome('rows that have none of these', ...names) };

/**
 * What `without` asks, by the name of what is lacked: so that its own values are counted without it, as without any other filter.
 * @param asked conditions of the other filters: who asks for a value and for none gets nothing
 * @param isLacked as SQL over `r`
 */
export const lacking = (
  without: readonly string[] = [],
  asked: Conditions,
  isLacked: (name: string) => string,
): Conditions =>
  Object.fromEntries(
    without.map((name) => [name, [asked[name], isLacked(name)].filter(Boolean).join(' and ')]),
  );
