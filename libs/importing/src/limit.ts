/** So many rows may be refused before nothing is sent at all. */
export interface Limit {
  /** As it was given. */
  text: string;
  rows: (all: number) => number;
}

/** One in a hundred, and never a handful. */
export const STANDARD_LIMIT: Limit = {
  text: '1%',
  rows: (all) => Math.max(10, Math.floor(all / 100)),
};

/** `250` rows, or `5%` of them. @throws RangeError */
export function limitOf(text: string): Limit {
  const found = /^(\d{1,9}(?:\.\d{1,3})?)(%?)$/.exec(text.trim());
  const number = Number(found?.[1]);
  if (!found || (found[2] ? number > 100 : !Number.isInteger(number))) {
    throw new RangeError('It must be a number of rows, as 250, or a share of them, as 5%.');
  }
  return { text, rows: found[2] ? (all) => Math.floor((all * number) / 100) : () => number };
}
