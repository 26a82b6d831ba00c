import { type Language, LANGUAGES, TONES } from '../template.events.js';
import { BULGARIAN } from './bulgarian.js';
import { ENGLISH } from './english.js';
import { GERMAN } from './german.js';
import { ITALIAN } from './italian.js';
import type { Written } from './written.js';

const WRITTEN: Readonly<Record<Language, Written>> = {
  ...{ en: ENGLISH, it: ITALIAN, bg: BULGARIAN, de: GERMAN },
};

/** The texts that are there from the start: version 0, until somebody writes another. */
export const READY_MADE = LANGUAGES.flatMap((language) =>
  TONES.map((key) => {
    const { subject, facts, held, tones } = WRITTEN[language];
    const { greeting, asks, closing } = tones[key];
    return { key, language, subject, body: [greeting, facts, held, asks, closing].join('\n\n') };
  }),
);

export const readyMade = (key: string, language: Language): { subject: string; body: string } | undefined =>
  READY_MADE.find((text) => text.key === key && text.language === language);
