import { Decimal } from 'decimal.js';
import type { PlainFact } from './plain-fact.js';

/** What a table must come to, worked out from the facts by an accountant who knows no projection. */
export interface Balance {
  /** The table, and the projection that keeps it. */
  of: string;
  projection: string;
  /** What is compared, in words. */
  what: string;
  /** Rows of a key, as text, and the values of the balance. */
  sql: string;
  must: (facts: readonly PlainFact[]) => Must;
}

/** Values by key: null where nothing is known or nothing came. A `Decimal` is compared as a number. */
export type Value = Decimal | string | bigint | number | null | undefined;
export type Must = Map<string, readonly Value[]>;

/** Sums by key; what came to nothing is no entry. */
export class Sums {
  private readonly sums = new Map<string, Decimal>();

  add(key: readonly unknown[], amount: Decimal.Value, sign: 1 | -1 = 1): this {
    const text = key.join(' ');
    this.sums.set(text, (this.sums.get(text) ?? new Decimal(0)).plus(new Decimal(amount).times(sign)));
    return this;
  }

  of(...key: readonly unknown[]): Decimal {
    return this.sums.get(key.join(' ')) ?? new Decimal(0);
  }

  entries(): Must {
    return new Map([...this.sums].filter(([, sum]) => !sum.isZero()).map(([key, sum]) => [key, [sum]]));
  }
}

export const ofType = (facts: readonly PlainFact[], ...types: string[]): PlainFact[] =>
  facts.filter(({ type }) => types.includes(type));

/** The last one by (business day, place in the log) of each. */
export function inForce(facts: readonly PlainFact[], of: string, day: string): Map<string, PlainFact> {
  const last = new Map<string, PlainFact>();
  for (const fact of facts) {
    const before = last.get(fact.said[of]!);
    if (!before || fact.said[day]! >= before.said[day]!) last.set(fact.said[of]!, fact);
  }
  return last;
}

/** By the id in that field, in the order of the log. */
export function by(facts: readonly PlainFact[], id: string): Map<string, PlainFact[]> {
  const groups = new Map<string, PlainFact[]>();
  for (const fact of facts) {
    const key = fact.said[id];
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return groups;
}

/** An entry for each fact of a type. @throws Error when two of them are of one id */
export function once(
  facts: readonly PlainFact[],
  type: string,
  id: string,
  must: (fact: PlainFact) => ReturnType<Must['get']>,
): Must {
  const found: Must = new Map();
  for (const fact of ofType(facts, type)) {
    const key = fact.said[id]!;
    if (found.has(key)) throw new Error(`two facts ${type} of ${key}`);
    found.set(key, must(fact)!);
  }
  return found;
}

/** A line for each fact of a type, by its place in the log. */
export function lines(type: string, must: (fact: PlainFact) => ReturnType<Must['get']>): Balance['must'] {
  return (facts) => new Map(ofType(facts, type).map((fact) => [String(fact.at), must(fact)!]));
}

/** How far each stream has come. */
export const revisions = (facts: readonly PlainFact[]): Map<string, bigint> =>
  new Map(facts.map(({ stream, revision }) => [stream, revision]));
