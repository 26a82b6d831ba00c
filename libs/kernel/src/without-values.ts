/**
 * A sentence of an error without what it quotes: that comes out of requests and facts, and may be about a person. Of a
 * refusal its code alone is left, since its words are made for the caller and name what was asked for.
 */
export const withoutValues = (sentence: string): string =>
  REFUSAL.exec(sentence)?.[1] ?? sentence.replace(VALUES, '…').replaceAll('\u0000', '');

/** What a log says of an error in a line: its words without values, or its name where it has none. */
export const wordsOf = (error: unknown): string =>
  error instanceof Error ? withoutValues(error.message) || error.name : withoutValues(String(error));

/** `code: detail`, as Rejection and ProblemError say it; codes of one word are few. */
const REFUSAL = /^([a-z]+(?:-[a-z0-9]+)+|invalid|forbidden|unauthorized|unparsable): /;

/**
 * In quotes of any language PostgreSQL speaks; after the words by which PostgreSQL, JavaScript, decimal.js and Money lead
 * over to a value without quotes; and amounts wherever they stand (an address has more dots).
 */
const VALUES = new RegExp(
  [
    `"[^"]*"`,
    `(?<!\\w)'[^']*'`,
    `«[^»]*»|»[^«]*«`,
    `„[^“]*“`,
    `“[^”]*”`,
    `(?<=Key \\([^)]*\\)=\\().*?(?=\\)(?: |$))`,
    `(?<=row contains \\().*(?=\\))`,
    `(?<=Invalid argument: ).*`,
    `(?<=Cannot convert ).*(?= to a )`,
    `(?<=not an amount: | decimals: |unknown currency ).*`,
    `(?<![\\d.])-?\\d+\\.\\d+(?!\\.?\\d)`,
  ].join('|'),
  'gs',
);
