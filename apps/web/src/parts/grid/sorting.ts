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
  const term = now === undefined ? [column] : now === 'up' ? [`-${column}`] : [];
  const others = adds ? (sort?.split(',') ?? []).filter((one) => one.replace('-', '') !== column) : [];
  const terms = [...others, ...term];
  return terms.length === 0 ? undefined : terms.join(',');
}
