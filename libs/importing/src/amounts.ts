import { AMOUNT_PATTERN, decimalsOf, Money } from '@quittance/kernel';

/** How a file writes amounts. */
export interface AmountForm {
  decimal: '.' | ',';
  /** Empty: none. A space stands for all kinds of space, an apostrophe for both kinds. */
  thousands: string;
}

/**
 * A reader of amounts: the text as a file writes it, to a text with exactly the currency's decimals.
 * Groups are of three digits, or there are none: "1,00" under a thousands comma is no hundred.
 * @throws RangeError that says the rule
 */
export function amountReader({ decimal, thousands }: AmountForm): (text: string, currency: string) => string {
  const point = decimal === '.' ? '\\.' : ',';
  const group = { '': '', '.': '\\.', ',': ',', ' ': '[ \\u00a0\\u2009\\u202f]', "'": "['\\u2019]" }[
    thousands
  ];
  const whole = group ? `\\d+|\\d{1,3}(?:(?:${group})\\d{3})+` : '\\d+';
  const form = new RegExp(`^(${whole})(?:${point}(\\d+))?$`);
  const separators = new RegExp('\\D', 'g');
  return (text, currency) => {
    refuseCut(text);
    const parts = form.exec(text);
    if (!parts)
      throw new RangeError(`must be an amount with decimal "${decimal}"${said(thousands)}, no sign`);
    const plain = parts[2]
      ? `${parts[1]!.replace(separators, '')}.${parts[2]}`
      : parts[1]!.replace(separators, '');
    let amount: string;
    try {
      amount = Money.of(plain, currency).toString();
    } catch {
      throw new RangeError(`must have at most ${decimalsOf(currency)} decimals in ${currency}`);
    }
    if (!AMOUNT_PATTERN.test(amount)) throw new RangeError('must have at most 15 digits before the decimals');
    return amount;
  };
}

/** `1.23457E+12`: a number that a spreadsheet did not write whole. @throws RangeError */
export function refuseCut(text: string): void {
  if (!/^\d[.,]\d+E[+-]?\d+$/i.test(text)) return;
  throw new RangeError(
    'is cut: a spreadsheet has written a number without its last digits; export it again as text',
  );
}

const said = (thousands: string): string =>
  thousands ? ` and thousands "${thousands}"` : ' and no thousands separator';
