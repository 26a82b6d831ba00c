import { useId } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import type { answered } from '../api/client';
import { countText } from '../words/formats';
import { Waiting } from './empty';
import styles from './filters.module.css';
import { Trouble } from './trouble';

interface Counted {
  facets: Record<string, { values: { value: string | null; count: number }[]; others: number }>;
}

/** Where the rows of a list are counted by their values. */
export interface Counting {
  path: string;
  /** Filters and time. */
  asked: Record<string, unknown>;
  ask: (of: string, signal: AbortSignal) => Parameters<typeof answered<Counted>>[0];
}

interface Props {
  counting: Counting;
  of: string;
  title: string;
  wordOf: (value: string) => string;
  /** What the filter has now, separated by commas. */
  filter?: string;
  /** What the rows asked for have none of, separated by commas: names of filters. */
  without?: string;
  set: (filters: { [name: string]: string | undefined }) => void;
}

/** The values that rows have, the most frequent first, with how many rows have each: whatever this filter itself asks. */
export function FacetValues(props: Props) {
  const { counting, of, title, wordOf, filter = '', without = '', set } = props;
  const t = useTranslations('parts');
  const name = useId();
  const locale = useLocale();
  const { path, asked, ask } = counting;
  const { data, error } = useAsk(path, { ...asked, of }, (signal) => ask(of, signal));
  if (error) return <Trouble error={error} />;
  if (!data) return <Waiting label={title} lines={3} />;
  const { values, others } = data.body.facets[of] ?? { values: [], others: 0 };
  const chosen = listed(filter);
  const lacked = listed(without);
  const isLacked = lacked.includes(of);
  // What was chosen and no row has stays in sight, so that it can be taken out.
  const gone = chosen.filter((value) => !values.some((one) => one.value === value));
  const isGone = isLacked && !values.some(({ value }) => value === null);
  const shown = [...values, ...[...gone, ...(isGone ? [null] : [])].map((value) => ({ value, count: 0 }))];
  // Both together would ask for rows that have a value and have none: nothing at all.
  const toggle = (value: string): void =>
    set({ [of]: joined(toggled(chosen, value)), ...(isLacked && { without: joined(toggled(lacked, of)) }) });
  const toggleLacked = (): void => set({ [of]: undefined, without: joined(toggled(lacked, of)) });
  const hint = `${name}-alone`;
  return (
    <ul className={styles.values} aria-label={title}>
      {shown.map(({ value, count }) => (
        <li key={value ?? ''}>
          {/* A filter separates its values by commas: one that has a comma itself is only counted. */}
          {value === null ? (
            <label>
              <input
                type="checkbox"
                checked={isLacked}
                aria-describedby={chosen.length > 0 ? hint : undefined}
                onChange={toggleLacked}
              />
              <span>{t('without')}</span>
            </label>
          ) : value.includes(',') ? (
            <span className={styles.only}>{value}</span>
          ) : (
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                aria-describedby={isLacked ? hint : undefined}
                onChange={() => toggle(value)}
              />
              <span>{wordOf(value)}</span>
            </label>
          )}
          <span className={styles.counted}>{countText(count, locale)}</span>
        </li>
      ))}
      {others > 0 && (
        <li>
          <span className={styles.only}>{t('others')}</span>
          <span className={styles.counted}>{countText(others, locale)}</span>
        </li>
      )}
      {shown.some(({ value }) => value === null) && shown.length > 1 && (
        <li id={hint} className={styles.only}>
          {t('withoutAlone')}
        </li>
      )}
    </ul>
  );
}

const listed = (names: string): string[] => (names === '' ? [] : names.split(','));
const toggled = (list: readonly string[], one: string): string[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
/** No filter rather than an empty one. */
const joined = (list: readonly string[]): string | undefined => (list.length === 0 ? undefined : list.join());
