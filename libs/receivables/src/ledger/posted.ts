import type { AnyPostings, Leg } from './legs.js';

/** A fact, as far as its legs are asked for. */
export interface Posted {
  type: string;
  data: object;
}

/** Types of facts that move money. */
export const moneyTypes = (table: AnyPostings): string[] =>
  Object.keys(table).filter((type) => table[type]!.moves);

export type LegsOf = (fact: Posted) => readonly Leg[];
const made = new WeakMap<AnyPostings, LegsOf>();

/**
 * The legs of facts by a table of postings; those of a type that moves no money, or that it does not know, are none. They
 * are worked out once for all projections that look at a fact, one after the other.
 * @throws UnbalancedError
 */
export function legsBy(table: AnyPostings): LegsOf {
  const before = made.get(table);
  if (before) return before;
  let last: Posted | undefined;
  let known: readonly Leg[] = [];
  const legsOf: LegsOf = (fact) => {
    if (fact === last) return known;
    const posting = Object.hasOwn(table, fact.type) ? table[fact.type]! : undefined;
    const legs = posting?.moves ? posting.legs(fact.data as never) : [];
    mustBalance(legs, fact.type);
    last = fact;
    known = legs;
    return legs;
  };
  made.set(table, legsOf);
  return legsOf;
}

/** The legs of a fact do not add up to zero: what declares them is wrong. */
export class UnbalancedError extends Error {
  override name = 'UnbalancedError';
}

/** @throws UnbalancedError naming currency, day and sum */
export function mustBalance(amounts: readonly Pick<Leg, 'amount' | 'on'>[], of: string, what = 'legs'): void {
  const [first] = amounts;
  if (!first) return;
  let sum = first.amount;
  let others: Pick<Leg, 'amount' | 'on'>[] | undefined;
  for (let i = 1; i < amounts.length; i += 1) {
    const { amount, on } = amounts[i]!;
    if (on === first.on && amount.currency === sum.currency) sum = sum.plus(amount);
    else (others ??= []).push(amounts[i]!);
  }
  if (!sum.isZero)
    throw new UnbalancedError(
      `the ${what} of ${of} must add up to zero on each day: ` +
        `${sum.currency} on ${first.on} they come to ${sum.toString()}`,
    );
  if (others) mustBalance(others, of, what);
}
