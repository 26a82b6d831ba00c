import { Decimal } from 'decimal.js';
import { decimalsOf } from './currency.js';

// A private constructor of decimals, for shares of an amount: enough digits for any sum of 15-digit amounts.
const Exact = Decimal.clone({ precision: 60, toExpNeg: -40, toExpPos: 40 });

const WRITTEN = /^(-?\d+)(?:\.(\d+))?$/;
/** Without zeros in front; `-0` may stand before cents, and is left out. */
const WHOLE = /^(?:0|-?[1-9]\d*)$/;

/** An amount as it is written on the wire: digits, at most 15 before the point, no sign, no exponent. */
export const AMOUNT_PATTERN = /^\d{1,15}(\.\d+)?$/;

/**
 * An exact amount of one currency. Immutable. Adding two currencies throws: there is no rate here.
 * Never built from a JavaScript number.
 */
export class Money {
  private constructor(
    /** Whole smallest units of the currency: cents of EUR, yen of JPY. */
    private readonly units: bigint,
    readonly currency: string,
    /** As on the wire, once somebody asked. */
    private text?: string,
  ) {}

  /**
   * Reads an amount from the wire or from SQL. Fewer decimals than the currency has are padded.
   * @throws RangeError when it is not a plain decimal or has more decimals than the currency.
   */
  static of(amount: string, currency: string): Money {
    const [, whole, written = ''] = WRITTEN.exec(amount) ?? [];
    if (whole === undefined) throw new RangeError(`not an amount: ${amount}`);
    const decimals = decimalsOf(currency);
    const fraction = written.length > decimals ? written.replace(/0+$/, '') : written;
    if (fraction.length > decimals) {
      throw new RangeError(`${currency} has ${decimals} decimals: ${amount}`);
    }
    // Most amounts are written as they are shown.
    const shown = written.length === decimals && WHOLE.test(whole) ? amount : undefined;
    return new Money(BigInt(whole + fraction.padEnd(decimals, '0')), currency, shown);
  }

  static zero(currency: string): Money {
    decimalsOf(currency);
    return new Money(0n, currency);
  }

  /** The sum of amounts of one currency; zero of `currency` when there are none. */
  static sum(amounts: Iterable<Money>, currency: string): Money {
    let total = Money.zero(currency);
    for (const amount of amounts) total = total.plus(amount);
    return total;
  }

  plus(other: Money): Money {
    return new Money(this.units + this.same(other), this.currency);
  }

  minus(other: Money): Money {
    return new Money(this.units - this.same(other), this.currency);
  }

  negated(): Money {
    return new Money(-this.units, this.currency);
  }

  /** -1, 0 or 1. */
  compare(other: Money): number {
    const units = this.same(other);
    return this.units < units ? -1 : this.units > units ? 1 : 0;
  }

  equals(other: Money): boolean {
    return this.compare(other) === 0;
  }

  min(other: Money): Money {
    return this.compare(other) <= 0 ? this : other;
  }

  get isZero(): boolean {
    return this.units === 0n;
  }

  get isPositive(): boolean {
    return this.units > 0n;
  }

  get isNegative(): boolean {
    return this.units < 0n;
  }

  /**
   * Splits the amount by weights, to the cent, by largest remainder: the cents left over go to the largest
   * fractions, the first of equals first. The parts always add up. All weights zero: all to the first.
   */
  split(weights: readonly string[]): Money[] {
    const parts = weights.map((weight) => new Exact(weight));
    const total = parts.reduce((sum, part) => sum.plus(part), new Exact(0));
    const size = this.isNegative ? -this.units : this.units;
    const exact = parts.map((part, i) =>
      total.isZero() ? new Exact(i === 0 ? String(size) : 0) : part.times(String(size)).dividedBy(total),
    );
    const cut = exact.map((share) => BigInt(share.floor().toFixed(0)));
    let left = size - cut.reduce((sum, share) => sum + share, 0n);
    const byRemainder = exact
      .map((share, i) => ({ i, remainder: share.minus(String(cut[i])) }))
      .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.i - b.i);
    for (const { i } of byRemainder) {
      if (left <= 0n) break;
      cut[i] = cut[i]! + 1n;
      left -= 1n;
    }
    return cut.map((share) => new Money(this.isNegative ? -share : share, this.currency));
  }

  /** The amount with exactly the currency's decimals, as on the wire; "-" only for negative amounts. */
  toString(): string {
    return (this.text ??= this.written());
  }

  private written(): string {
    const decimals = decimalsOf(this.currency);
    const text = String(this.units);
    if (decimals === 0) return text;
    const sign = this.units < 0n ? '-' : '';
    const digits = text.slice(sign.length).padStart(decimals + 1, '0');
    return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }

  toJSON(): string {
    return this.toString();
  }

  private same(other: Money): bigint {
    if (other.currency !== this.currency) {
      throw new RangeError(`cannot combine ${this.currency} with ${other.currency}`);
    }
    return other.units;
  }
}
