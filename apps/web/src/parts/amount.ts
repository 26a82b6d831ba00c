/**
 * Reads an amount as a person types it, by its characters: never through a number. Groups and decimals may be those of
 * another country; the last separator decides.
 */
export type ReadAmount = { amount: string } | { wrong: 'empty' | 'digits' | 'decimals' };

const SPACES = /[\s  ’']/g;

/**
 * @param locale whose separators count where a text could be read in two ways
 * @param decimals how many the currency has
 */
export function readAmount(text: string, locale: string, decimals: number): ReadAmount {
  const typed = text.replace(SPACES, '').replace(/^−/, '-');
  if (typed === '') return { wrong: 'empty' };
  const [, sign, digits] = /^(-?)([\d.,]+)$/.exec(typed) ?? [];
  if (digits === undefined || !/\d/.test(digits)) return { wrong: 'digits' };
  const point = decimalPoint(digits, locale);
  const cut = point === undefined ? digits.length : digits.lastIndexOf(point);
  const whole = digits.slice(0, cut);
  const part = digits.slice(cut + 1);
  if (!isGrouped(whole)) return { wrong: 'digits' };
  if (part.length > decimals) return { wrong: 'decimals' };
  const plain = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0';
  return { amount: `${sign}${plain}${decimals > 0 ? `.${part.padEnd(decimals, '0')}` : ''}` };
}

/** The separator before the decimals, if there are any. */
function decimalPoint(digits: string, locale: string): string | undefined {
  const found = [...digits].filter((character) => character === '.' || character === ',');
  const last = found.at(-1);
  if (last === undefined) return undefined;
  const kinds = new Set(found);
  if (kinds.size === 2) return last;
  if (found.length > 1) return undefined; // `1.234.567`: groups
  const own = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  if (last === own) return last;
  // The separator of groups, once: before three digits it groups, else somebody of another country typed decimals.
  return /^\d{1,3}[.,]\d{3}$/.test(digits) ? undefined : last;
}

/** Digits alone, or groups of three behind one kind of separator. */
const isGrouped = (whole: string): boolean =>
  /^\d*$/.test(whole) || /^\d{1,3}(\.\d{3})+$/.test(whole) || /^\d{1,3}(,\d{3})+$/.test(whole);
