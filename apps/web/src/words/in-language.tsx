import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'use-intl';
import { spoken } from '../api/client';
import { useMeQuery } from '../api/session';
import { isLanguage, type Language, languageOf, LANGUAGES } from './languages';
import type { Words } from './same-keys';
import { loadWords } from './words';

/** Language and appearance are the person's, kept in this browser, and never in a link. */
const KEPT = { language: 'quittance.language', theme: 'quittance.theme' };
export type Theme = 'system' | 'light' | 'dark';

interface Preferences {
  language: Language;
  setLanguage: (language: Language) => void;
  theme: Theme;
  setTheme: (theme: Theme) => void;
}
const PreferencesContext = createContext<Preferences | undefined>(undefined);
export const usePreferences = (): Preferences => useContext(PreferencesContext)!;

export function InLanguage({ children }: { children: ReactNode }) {
  const { data: me } = useMeQuery();
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEPT.language));
  const [theme, setTheme] = useState(() => (localStorage.getItem(KEPT.theme) ?? 'system') as Theme);
  const language = languageOf(chosen, me?.language, navigator.languages);
  const [loaded, setLoaded] = useState<{ language: Language; words: Words }>();
  useEffect(() => {
    let left = false;
    void loadWords(language).then((words) => {
      if (left) return;
      spoken.language = language;
      setLoaded({ language, words });
    });
    return () => void (left = true);
  }, [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  const preferences = useMemo(
    () => ({
      language,
      theme,
      setLanguage: (one: Language) => {
        if (isLanguage(one)) localStorage.setItem(KEPT.language, one);
        setChosen(one);
      },
      setTheme: (one: Theme) => {
        localStorage.setItem(KEPT.theme, one);
        setTheme(one);
      },
    }),
    [language, theme],
  );
  if (!loaded) return null;
  const { locale } = LANGUAGES[loaded.language];
  return (
    <PreferencesContext value={preferences}>
      <I18nProvider locale={locale}>
        <IntlProvider
          locale={locale}
          messages={loaded.words as never}
          timeZone={me?.entity.timeZone ?? 'UTC'}
        >
          {children}
        </IntlProvider>
      </I18nProvider>
    </PreferencesContext>
  );
}
