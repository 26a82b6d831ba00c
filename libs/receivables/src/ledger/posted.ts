import type { Leg, NoMoney, Postings } from './legs.js';
import { POSTINGS } from './postings.js';

/** A fact, as far as its legs are asked for. */
export interface Posted {
  type: string;
  data: object;
}

type Table = { readonly [type: string]: Postings<never> | NoMoney };

/** Types of facts that move money. */
export const moneyTypes = (table: Table = POSTINGS): string[] =>
  Object.keys(table).filter((type) => table[type]!.moves);

/**
 * The legs of facts by a table of postings; those of a type that moves no money, or that it does not know, are none. The
 * same fact is asked for once, however many look at it.
 * @throws UnbalancedError
 */
export function legsBy(table: Table): (fact: Posted) => readonly Leg[] {
  const known = new WeakMap<Posted, readonly Leg[]>();
  return (fact) => {
    const before = known.get(fact);
    if (before) return before;
    const posting = Object.hasOwn(table, fact.type) ? table[fact.type]! : undefined;
    const legs = posting?.moves ? posting.legs(fact.data as never) : [];
    mustBalance(legs, fact.type);
    known.set(fact, legs);
    return legs;
  };
}

/** @throws Error when a fact of the feature moves money that the ledger does not hear of */
export function mustBePosted(money: Table = {}): void {
  for (const [type, posting] of Object.entries(money))
    if (posting.moves && (POSTINGS as Table)[type] !== posting)
      throw new Error(
        `${type} moves money: its feature's postings and control belong into ledger/postings.ts`,
      );
}

/** By the postings that the features declare. */
export const legsOf = legsBy(POSTINGS);

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
