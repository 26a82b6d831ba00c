import en from './en';
import type { Language } from './languages';
import type { Words } from './same-keys';

declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof en;
  }
}

/** English is in the bundle, the others come when somebody reads them. */
const LOADERS: Record<Language, () => Promise<Words>> = {
  en: async () => en,
  it: async () => (await import('./it')).default,
  bg: async () => (await import('./bg')).default,
  de: async () => (await import('./de')).default,
};

export const loadWords = (language: Language): Promise<Words> => LOADERS[language]();
