/** How a column is sorted by `-open,number`. */
export function sortOf(sort: string | undefined, column: string): 'up' | 'down' | undefined {
  const term = sort?.split(',').find((one) => one.replace('-', '') === column);
  return term === undefined ? undefined : term.startsWith('-') ? 'down' : 'up';
}

/**
 * The order after a click on the head of a column: smallest first, largest first, none.
 * @param adds whether the other columns stay (Shift)
 */
export function sortAfter(sort: string | undefined, column: string, adds: boolean): string | undefined {
  const now = sortOf(sort, column);
  return sortTo(sort, column, now === undefined ? 'up' : now === 'up' ? 'down' : undefined, adds);
}

/**
 * The order with a column sorted that way, or without it.
 * @param adds whether the other columns stay
 */
export function sortTo(
  sort: string | undefined,
  column: string,
  way: 'up' | 'down' | undefined,
  adds: boolean,
): string | undefined {
  const others = adds ? otherTerms(sort, column) : [];
  const terms = way === undefined ? others : [...others, way === 'up' ? column : `-${column}`];
  return terms.length === 0 ? undefined : terms.join(',');
}

/** By what else the list is sorted. */
export const otherTerms = (sort: string | undefined, column: string): string[] =>
  (sort?.split(',') ?? []).filter((one) => one.replace('-', '') !== column);
