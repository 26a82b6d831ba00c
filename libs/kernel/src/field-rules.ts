import type { BusinessDate } from './business-date.js';
import { decimalsOf } from './currency.js';
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

/** A date on which something happened cannot lie ahead (rule `not-in-future`). */
export function notInFuture(date: BusinessDate, today: BusinessDate, field: string): BusinessDate {
  if (date > today) throw wrong(field, 'not-in-future', date, `not after today, ${today}`);
  return date;
}
