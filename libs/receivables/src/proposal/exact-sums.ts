import { Money } from '@quittance/kernel';

/** Invoices that one payment is looked for among, at the most. */
export const MOST_PARTS = 5;
/** Sums that are kept: more than one is ambiguous, whichever they are. */
const MOST_FOUND = 3;
/** Steps after which the search gives up. */
const MOST_STEPS = 100_000;

export interface ExactSums {
  /** Places of the amounts that come to the target, each in ascending order. */
  found: number[][];
  /** Whether everything was looked at, or three sums were found. */
  complete: boolean;
}

/**
 * Two to five of some amounts that come to exactly the target. Branch and bound, the largest amounts first: a branch ends where
 * the next amounts together cannot reach what is missing.
 */
export function exactSums(target: Money, amounts: readonly Money[]): ExactSums {
  const zero = Money.zero(target.currency);
  const parts = amounts
    .map((amount, place) => ({ amount, place }))
    .filter(({ amount }) => amount.isPositive && amount.compare(target) < 0)
    .sort((a, b) => b.amount.compare(a.amount) || a.place - b.place);
  /** What the first so many come to. */
  const before = [zero];
  for (const { amount } of parts) before.push(before.at(-1)!.plus(amount));
  const reach = (from: number, count: number): Money =>
    before[Math.min(from + count, parts.length)]!.minus(before[from]!);

  const found: number[][] = [];
  let steps = 0;
  const look = (from: number, missing: Money, taken: readonly number[]): void => {
    for (let at = from; at < parts.length; at += 1) {
      if (found.length === MOST_FOUND || (steps += 1) > MOST_STEPS) return;
      if (reach(at, MOST_PARTS - taken.length).compare(missing) < 0) return;
      const { amount, place } = parts[at]!;
      const rest = missing.minus(amount);
      if (rest.isNegative) continue;
      const more = [...taken, place];
      if (rest.isZero) found.push(more.sort((a, b) => a - b));
      else if (more.length < MOST_PARTS) look(at + 1, rest, more);
    }
  };
  look(0, target, []);
  return { found, complete: steps <= MOST_STEPS };
}
