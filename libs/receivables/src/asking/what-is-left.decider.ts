import type { Money } from '@quittance/kernel';

/** What came to a document, or went from it (negative), and the day from which it counts. */
export interface Move {
  on: string;
  amount: Money;
}

/**
 * The first day, from the given one on, from which so much is left for good.
 * @param moves of which enough is left in the end
 */
export function freeFrom(moves: readonly Move[], amount: Money, from: string): string {
  const inOrder = [...moves].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let left = amount.negated();
  // Before anything came, nothing is left.
  let since = inOrder[0] && inOrder[0].on > from ? inOrder[0].on : from;
  inOrder.forEach(({ on, amount: moved }, i) => {
    left = left.plus(moved);
    const next = inOrder[i + 1]?.on;
    // Too little to the end of this day: enough, if ever, from the next one on that something moves.
    if (next !== on && next !== undefined && next > from && left.isNegative) since = next;
  });
  return since;
}
