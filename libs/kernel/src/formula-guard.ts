/**
 * Signs that make a spreadsheet take a cell for a formula, where it may see the beginning of a cell: at the start of a text,
 * and behind anything that is a delimiter or a line end to somebody (a spreadsheet set to `;` does not honour the quotes of a
 * file with `,`). Blanks and quotes between are no hindrance.
 */
const FORMULA = /(^|[;,|\t\r\n])([\s"']*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;
const GUARD = /(^|[;,|\t\r\n])([\s"']*)'(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** A text that no spreadsheet runs: an apostrophe in front of whatever might begin a formula. */
export const guarded = (text: string): string =>
  (/^'*[\t\r]/.test(text) ? `'${text}` : text).replace(FORMULA, "$1$2'");

/** The text that was guarded. */
export const unguarded = (text: string): string => text.replace(GUARD, '$1$2').replace(/^'(?='*[\t\r])/, '');
