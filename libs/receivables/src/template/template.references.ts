import { TextInPath } from '@quittance/http';
import { Rejection } from '@quittance/kernel';
import { isLanguage } from './template.commands.js';
import type { Language } from './template.events.js';

// What mails are made of.
export { checkMessage, MOST } from './message.check.js';
export { readyMade } from './ready-made/ready-made.js';
export { amountFor, dateFor, messageOf, plain, rendered } from './rendering.js';
export { CELL, escaped, FIGURE, head, type MailText, page, paragraph } from './layout.js';
export { TABLE_WORDS } from './ready-made/table-words.js';

const KEY = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** @throws Rejection 404 no text can have this key, or is in this language */
export function templateInPath(key: string, language: string): { key: string; language: Language } {
  const given = TextInPath('key').transform(key, { type: 'param' });
  if (!KEY.test(given))
    throw Rejection.notFound(
      'template-not-found',
      `There is no text ${given}: a key is small letters, digits and dashes, at most 40.`,
    );
  if (!isLanguage(language))
    throw Rejection.notFound(
      'template-not-found',
      `There is no text in ${language.slice(0, 40)}: mails are written in en, it, bg and de.`,
    );
  return { key: given, language };
}
