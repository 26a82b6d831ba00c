import { dateFormat, numberFormat } from './formatters';

/** How figures, days and instants are printed. Amounts are texts and stay exact to the last cent. */
const MINUS = '−';

/** `1234.50` in Italian: `1.234,50`. It comes with its currency's own decimals. */
export function amountText(amount: string, locale: string): string {
  const shown = amount.split('.')[1]?.length ?? 0;
  return numberFormat(locale, [shown, shown])
    .format(amount as Intl.StringNumericLiteral)
    .replace('-', MINUS);
}

/** A difference: what is more has its sign, too. */
export const signedText = (amount: string, locale: string): string =>
  `${/^[^-]*[1-9]/.test(amount) ? '+' : ''}${amountText(amount, locale)}`;

export const countText = (count: number, locale: string): string =>
  numberFormat(locale, [0, 3]).format(count).replace('-', MINUS);

/** Milliseconds as seconds: `0.2`, from 10 on whole. */
export const secondsText = (milliseconds: number, locale: string): string => {
  const seconds = milliseconds / 1_000;
  const digits = seconds < 10 ? 1 : 0;
  return numberFormat(locale, [digits, digits]).format(seconds);
};

/** `2026-05-15`: `15 May 2026`. What is no day is printed as it stands. */
export function dayText(day: string, locale: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return day;
  return dateFormat(locale, 'day', { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}

/** With seconds and zone: an instant never stands for a day. */
export function instantText(instant: string, locale: string, timeZone: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  const format = dateFormat(locale, 'instant', {
    ...{ year: 'numeric', month: 'short', day: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    ...{ timeZone, timeZoneName: 'short' },
  });
  return format.format(time);
}
