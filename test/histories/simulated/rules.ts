import { Decimal } from 'decimal.js';
import { plain } from './action.js';
import { type Aged, agingOf } from './report.js';
import type { Tables } from './tables.js';

/** @throws Error naming both, or for texts of many lines the first line that only one has */
export function equal(what: string, is: unknown, must: unknown): void {
  const [left, right] = [JSON.stringify(is), JSON.stringify(must)];
  if (left === right) return;
  if (typeof is !== 'string' || typeof must !== 'string')
    throw new Error(`${what}: is ${left}, must be ${right}`);
  const only = (mine: string, other: string): string | undefined => {
    const others = new Set(other.split('\n'));
    return mine.split('\n').find((line) => !others.has(line));
  };
  throw new Error(`${what}: is ${only(is, must)}, must be ${only(must, is)}`);
}

/** Money in is money accounted for, nothing is below zero, buckets partition what is open: on any day. */
/** @param overdrawn money was returned that was used before: what is held may be below zero */
export function isLegal(tables: Tables, asOf: string, at: bigint, overdrawn = false): void {
  for (const [currency, aged] of Object.entries(agingOf(tables, asOf, at))) {
    const { buckets, open, unapplied, pending, credits, control } = aged;
    const inBuckets = Object.values(buckets).reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
    equal(`${currency} in buckets as of ${asOf}`, plain(inBuckets), open);
    equal(
      `${currency} open - unapplied - pending - credits as of ${asOf}`,
      plain(new Decimal(open).minus(unapplied).minus(pending).minus(credits)),
      control,
    );
    for (const amount of [
      open,
      ...(overdrawn ? [] : [unapplied, pending]),
      credits,
      ...Object.values(buckets).map((bucket) => bucket.amount),
    ])
      if (new Decimal(amount).isNegative()) throw new Error(`${currency} as of ${asOf} is ${amount}`);
  }
}

export const bytesOf = (aged: Record<string, Aged>): string => JSON.stringify(aged);
