// Texts that look alike are one id. What is stored is the folded text; what an earlier release stored as it was written
// stays, and is found as it was written.

/** Spaces of any width: U+00A0, U+2009, U+3000, ... */
const BLANKS = /\p{Zs}+/gu;
/** Hyphen and non-breaking hyphen: the ones that typesetting puts for the one on the keyboard. */
const HYPHENS = /[\u2010\u2011]/g;
const PLAIN = /^[!-~]+( [!-~]+)*$/;

/** The form in which an id or number is stored and compared: NFC, trimmed, each run of blanks one space, hyphens `-`. */
export const folded = (id: string): string =>
  PLAIN.test(id) ? id : id.normalize('NFC').replace(BLANKS, ' ').replace(HYPHENS, '-').trim();

/** The same for all ids that differ by case alone (sharp s and final sigma included). */
export const lookAlikeForm = (id: string): string => folded(id).toUpperCase().toLowerCase().normalize('NFC');

/** What Quittance itself acts as. No caller and no person may be called so. */
export const SYSTEM = 'system:';

const UNSEEN = /[\p{Z}\p{C}\p{M}\u115f\u1160\u3164\uffa0]+/gu;
/** Colons that NFKC leaves as they are: ratio, modifier letters, Hebrew, Armenian and Mongolian signs, ... */
const COLONS =
  /[\u02d0\u02f8\u0589\u05c3\u0703\u0704\u1365\u16ec\u1803\u1809\u2236\u205a\ua4fd\ua789\ufe30\ufe13]/g;
/** Letters of other scripts that are drawn as those of the word. */
const LETTERS: Record<string, string> = {
  ...{
    '\u0455': 's',
    '\ua731': 's',
    '\u1d0d': 'm',
    '\u043c': 'm',
    '\u0443': 'y',
    '\u04af': 'y',
    '\u028f': 'y',
  },
  ...{
    '\u03c5': 'y',
    '\u0442': 't',
    '\u03c4': 't',
    '\u1d1b': 't',
    '\u0435': 'e',
    '\u1d07': 'e',
    '\u212e': 'e',
  },
};
const FOREIGN = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Whether an id begins with `system:` or with what looks like it: other case, full width, blanks, another colon. */
export const looksLikeSystem = (id: string): boolean =>
  id
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(COLONS, ':')
    .replace(FOREIGN, (letter) => LETTERS[letter]!)
    .startsWith(SYSTEM);
