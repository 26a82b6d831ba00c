import { useQueryClient } from '@tanstack/react-query';
import { DialogTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { signOut } from '../api/session';
import { Button } from '../parts/button';
import { DENSITIES, type Density, useDensity } from '../parts/density';
import { Popover } from '../parts/dialog';
import { useAsPages } from '../parts/grid/as-pages';
import { SingleKeysChoice } from '../parts/single-keys-choice';
import { type Theme, usePreferences } from '../words/in-language';
import { type Language, LANGUAGES } from '../words/languages';
import styles from './settings.module.css';

const THEMES: Theme[] = ['system', 'light', 'dark'];

export function Settings() {
  const t = useTranslations('shell');
  const queries = useQueryClient();
  const { language, setLanguage, theme, setTheme } = usePreferences();
  const [density, setDensity] = useDensity();
  const [isAsPages, setAsPages] = useAsPages();
  return (
    <DialogTrigger>
      <Button look="quiet" aria-label={`${t('settings')}: ${language}`}>
        <span aria-hidden="true">⚙&#xFE0E;</span> {language}
      </Button>
      <Popover title={t('settings')}>
        {() => (
          <div className={styles.settings}>
            <Choice
              label={t('language')}
              value={language}
              choices={Object.entries(LANGUAGES).map(([key, { name }]) => [key as Language, name])}
              choose={setLanguage}
            />
            <Choice
              label={t('theme')}
              value={theme}
              choices={THEMES.map((key) => [key, t(`themes.${key}`)])}
              choose={setTheme}
            />
            <Choice
              label={t('density')}
              value={density}
              choices={(Object.keys(DENSITIES) as Density[]).map((key) => [key, t(`densities.${key}`)])}
              choose={setDensity}
            />
            <Choice
              label={t('lists')}
              value={isAsPages ? 'pages' : 'scrolled'}
              choices={(['scrolled', 'pages'] as const).map((key) => [key, t(`listsAs.${key}`)])}
              choose={(key) => setAsPages(key === 'pages')}
            />
            <SingleKeysChoice />
            <Button
              onPress={() => {
                void signOut().finally(() => queries.resetQueries());
              }}
            >
              {t('signOut')}
            </Button>
          </div>
        )}
      </Popover>
    </DialogTrigger>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  choices: [T, string][];
  choose: (value: T) => void;
}

function Choice<T extends string>({ label, value, choices, choose }: ChoiceProps<T>) {
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <select value={value} onChange={({ target }) => choose(target.value as T)}>
        {choices.map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
