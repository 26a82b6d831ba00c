import { Decimal } from 'decimal.js';
import { decimalsOf } from './currency.js';

// A private constructor of decimals: enough digits for any sum of 15-digit amounts, half-up away from zero.
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });

/** An amount as it is written on the wire: digits, at most 15 before the point, no sign, no exponent. */
export const AMOUNT_PATTERN = /^\d{1,15}(\.\d+)?$/;

/**
 * An exact amount of one currency. Immutable. Adding two currencies throws: there is no rate here.
 * Never built from a JavaScript number.
 */
export class Money {
  private constructor(
    private readonly value: Decimal,
    readonly currency: string,
  ) {}

  /**
   * Reads an amount from the wire or from SQL. Fewer decimals than the currency has are padded.
   * @throws RangeError when it is not a plain decimal or has more decimals than the currency.
   */
  static of(amount: string, currency: string): Money {
    if (!/^-?\d+(\.\d+)?$/.test(amount)) throw new RangeError(`not an amount: ${amount}`);
    const value = new Exact(amount);
    if (value.decimalPlaces() > decimalsOf(currency)) {
      throw new RangeError(`${currency} has ${decimalsOf(currency)} decimals: ${amount}`);
    }
    return new Money(value, currency);
  }

  static zero(currency: string): Money {
    decimalsOf(currency);
    return new Money(new Exact(0), currency);
  }

  /** The sum of amounts of one currency; zero of `currency` when there are none. */
  static sum(amounts: Iterable<Money>, currency: string): Money {
    let total = Money.zero(currency);
    for (const amount of amounts) total = total.plus(amount);
    return total;
  }

  plus(other: Money): Money {
    return new Money(this.value.plus(this.same(other)), this.currency);
  }

  minus(other: Money): Money {
    return new Money(this.value.minus(this.same(other)), this.currency);
  }

  negated(): Money {
    return new Money(this.value.negated(), this.currency);
  }

  /** -1, 0 or 1. */
  compare(other: Money): number {
    return this.value.comparedTo(this.same(other));
  }

  equals(other: Money): boolean {
    return this.compare(other) === 0;
  }

  min(other: Money): Money {
    return this.compare(other) <= 0 ? this : other;
  }

  get isZero(): boolean {
    return this.value.isZero();
  }

  get isPositive(): boolean {
    return this.value.greaterThan(0);
  }

  get isNegative(): boolean {
    return this.value.lessThan(0);
  }

  /**
   * Splits the amount by weights, to the cent, by largest remainder: the cents left over go to the largest
   * fractions, the first of equals first. The parts always add up. All weights zero: all to the first.
   */
  split(weights: readonly string[]): Money[] {
    const parts = weights.map((weight) => new Exact(weight));
    const total = parts.reduce((sum, part) => sum.plus(part), new Exact(0));
    const unit = new Exact(10).pow(-decimalsOf(this.currency));
    const size = this.value.abs();
    const exact = parts.map((part, i) =>
      total.isZero() ? (i === 0 ? size : new Exact(0)) : size.times(part).dividedBy(total),
    );
    const cut = exact.map((share) => share.dividedBy(unit).floor().times(unit));
    let left = size.minus(cut.reduce((sum, share) => sum.plus(share), new Exact(0)));
    const byRemainder = exact
      .map((share, i) => ({ i, remainder: share.minus(cut[i]!) }))
      .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.i - b.i);
    for (const { i } of byRemainder) {
      if (!left.greaterThan(0)) break;
      cut[i] = cut[i]!.plus(unit);
      left = left.minus(unit);
    }
    return cut.map((share) => new Money(this.value.isNegative() ? share.negated() : share, this.currency));
  }

  /** The amount with exactly the currency's decimals, as on the wire; "-" only for negative amounts. */
  toString(): string {
    const text = this.value.toFixed(decimalsOf(this.currency), Decimal.ROUND_HALF_UP);
    return this.value.isZero() ? text.replace('-', '') : text;
  }

  toJSON(): string {
    return this.toString();
  }

  private same(other: Money): Decimal {
    if (other.currency !== this.currency) {
      throw new RangeError(`cannot combine ${this.currency} with ${other.currency}`);
    }
    return other.value;
  }
}
