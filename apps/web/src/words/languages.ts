/** Languages of the page, and the formats that go with each. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-GB' },
  it: { name: 'Italiano', locale: 'it-IT' },
  bg: { name: 'Български', locale: 'bg-BG' },
  de: { name: 'Deutsch', locale: 'de-DE' },
} as const;

export type Language = keyof typeof LANGUAGES;

export const isLanguage = (text: string | null | undefined): text is Language => !!text && text in LANGUAGES;

/** What the person chose, else what the person is known for, else what the browser asks for. */
export function languageOf(
  chosen: string | null,
  known: string | null | undefined,
  asked: readonly string[],
): Language {
  const found = [chosen, known, ...asked.map((one) => one.slice(0, 2))].find(isLanguage);
  return found ?? 'en';
}
