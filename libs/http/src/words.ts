import { Rule } from './validation.js';

/**
 * A reason is for people who read it years later: at least two letters of any script that can be seen. Letters that are
 * drawn as nothing (fillers of Hangul) are none.
 */
export const hasWords = (value: unknown): boolean => typeof value === 'string' && WORDS.test(value);

const LETTER = String.raw`(?!\p{Default_Ignorable_Code_Point})\p{L}`;
const WORDS = new RegExp(`${LETTER}.*?${LETTER}`, 'su');

/** Beside the rule for its form: what is only signs, blanks or digits says nothing. */
export const InWords = (): PropertyDecorator =>
  Rule('words', 'a reason in words, of at least two letters', hasWords);
