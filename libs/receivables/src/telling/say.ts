import { BG } from './bg.js';
import { DE } from './de.js';
import { IT } from './it.js';
import { type Language, type Params, Sentence, type Sentences } from './sentences.js';

/** One place a language. English is what the audit trail says. */
export const SENTENCES: Readonly<Record<Exclude<Language, 'en'>, Sentences>> = { it: IT, bg: BG, de: DE };

const made = new Map<string, Sentence>();

/** What a fact of the type says, or undefined where the language has no sentence for it: then English says it. */
export function say(language: Language, type: string, params: Params): string | undefined {
  if (language === 'en' || !Object.hasOwn(SENTENCES[language], type)) return undefined;
  const key = `${language} ${type}`;
  let sentence = made.get(key);
  if (!sentence) made.set(key, (sentence = new Sentence(SENTENCES[language][type]!, language)));
  return sentence.say(params);
}
