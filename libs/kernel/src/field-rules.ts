import { addYears, type BusinessDate } from './business-date.js';
import { currencyFault, decimalsOf } from './currency.js';
import { Money } from './money.js';
import { Rejection } from './rejection.js';

// Rules on one field that need more than the field: the currency, today. All throw a Rejection of kind `invalid`
// that names the field (a JSON pointer), the rule, the value and what to do.

/** A field that breaks a rule. `code` where a caller must tell it from other wrong fields. */
export function wrong(
  field: string,
  rule: string,
  value: unknown,
  hint: string,
  code = 'invalid',
): Rejection {
  return Rejection.invalid(code, 'A field is wrong.', { field, rule, value, hint });
}

/** The amount, padded to the currency's decimals; more of them are refused (rule `decimals`), never rounded. */
export function amountIn(currency: string, amount: string, field: string): Money {
  const decimals = decimalsOf(currency);
  const given = amount.split('.')[1]?.length ?? 0;
  if (given > decimals) {
    throw wrong(field, 'decimals', amount, `${currency} has ${decimals} decimals`);
  }
  return Money.of(amount, currency);
}

/** As `amountIn`, and above zero (rule `positive`). */
export function positiveAmountIn(currency: string, amount: string, field: string): Money {
  const money = amountIn(currency, amount, field);
  if (!money.isPositive) throw wrong(field, 'positive', amount, 'an amount above zero');
  return money;
}

/** A document is in a currency of its own day (rule `currency`): not in one that had ended, nor in one to come. */
export function currencyOn(currency: string, on: BusinessDate, field: string): string {
  const fault = currencyFault(currency, on);
  if (fault) throw wrong(field, 'currency', currency, `${fault}; the document is of ${on}`);
  return currency;
}

/** A date on which something happened cannot lie ahead (rule `not-in-future`). */
export function notInFuture(date: BusinessDate, today: BusinessDate, field: string): BusinessDate {
  if (date > today) throw wrong(field, 'not-in-future', date, `not after today, ${today}`);
  return date;
}

/** Due, or agreed to be due, so many years after the day of issue at the latest (rule `years-after-issue`). */
export function notTooLate(
  date: BusinessDate,
  issuedOn: BusinessDate,
  years: number,
  field: string,
): BusinessDate {
  // A day of a year before needs no calendar.
  if (yearOf(date) < yearOf(issuedOn) + years) return date;
  const latest = addYears(issuedOn, years);
  if (date > latest)
    throw wrong(field, 'years-after-issue', date, `at most ${years} years after the day of issue: ${latest}`);
  return date;
}

const yearOf = (date: BusinessDate): number => Number(date.slice(0, 4));
