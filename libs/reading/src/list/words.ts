import { asText, type Parameter } from '../query-string.js';

// Words as lists look for them. Capitals and boundaries of words are told here, by code point: what PostgreSQL knows of them hangs
// on the locale of its database, and in that of an embedded one it knows none beyond ASCII.

/** What stands between words, as a class of characters of both JavaScript and PostgreSQL. */
const BETWEEN = String.raw`\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u3020\uff01-\uff0f`;

const WORD = new RegExp(`[^${BETWEEN}]+`, 'gu');

/** Words of one question: each is looked for in every row. */
const MOST_WORDS = 10;

/** The words of a text, each once: letters and digits of any script. */
export const wordsOf = (text = ''): string[] => [...new Set(text.match(WORD))];

/** Text in which there is a word. */
export function asWords(about: string, example: string): Parameter<string> {
  const text = asText(`${about}; 1 to ${MOST_WORDS} words of letters and digits`, example);
  const read = (given: string): string | undefined => {
    const { length } = wordsOf(given);
    return length > 0 && length <= MOST_WORDS ? text.read(given) : undefined;
  };
  return { ...text, read };
}

/**
 * As a regular expression of PostgreSQL: a word begins so, in small letters or capitals. Zeros before a number need not be said: of
 * 2026-00412 people say 412.
 */
export const beginningWith = (word: string): string => {
  const letters = [...word];
  const zeros = (at: number): string =>
    /[1-9]/.test(letters[at]!) && !/[0-9]/.test(letters[at - 1] ?? '') ? '0*' : '';
  return `(?:^|[${BETWEEN}])${letters.map((letter, at) => `${zeros(at)}[${casesOf(letter)}]`).join('')}`;
};

/** The letter, small and as a capital; where that takes two, as in ß, it stays as it is. */
function casesOf(letter: string): string {
  const cases = [letter, letter.toLowerCase(), letter.toUpperCase(), letter.toUpperCase().toLowerCase()];
  return [...new Set(cases.filter((one) => [...one].length === 1))].join('');
}
