/** Texts of a reference that are looked up as numbers. */
const MOST_TEXTS = 200;
/** Letters and digits that a number needs so that it is found wherever it stands, whoever owes it. */
const TELLING = 5;

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const isNumber = (text: string): boolean => /\p{N}/u.test(text) && text.length <= 100;

/**
 * Texts of what a payer wrote that may be numbers of invoices, in small letters: all of it, words, words that follow one another,
 * and words cut at strokes and plus signs.
 */
export function numbersIn(reference: string): string[] {
  const words = reference
    .toLowerCase()
    .split(/[\s,;:()"'|]+/u)
    .map(bare)
    .filter(Boolean);
  const texts = new Set([reference.toLowerCase().trim()]);
  words.forEach((word, i) => {
    for (const text of [word, ...word.split(/[/+&]/).map(bare)]) texts.add(text);
    for (const more of [2, 3]) if (i + more <= words.length) texts.add(words.slice(i, i + more).join(' '));
  });
  return [...texts].filter(isNumber).slice(0, MOST_TEXTS);
}
const bare = (word: string): string => word.replace(/^[.#/\-+&]+|[.#/\-+&]+$/g, '');

/** Whether a number says enough of itself to name the invoice of anybody. */
export const tells = (number: string): boolean => isNumber(number) && letters(number).length >= TELLING;

/**
 * Whether the number stands in the reference, whatever blanks and signs it is written with: `INV 2026 0042` names `INV-2026-0042`.
 * A number within a longer one does not count.
 */
export function isNamed(number: string, reference: string): boolean {
  const characters = [...letters(number.toLowerCase())];
  if (characters.length < 3 || !isNumber(number)) return false;
  // Letters and digits alone are in it: nothing of it means anything else in an expression.
  const written = characters.join(String.raw`[\s\-/._]*`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}][\-/._]?)${written}(?![\-/._]?[\p{L}\p{N}])`, 'u').test(
    reference.toLowerCase(),
  );
}
