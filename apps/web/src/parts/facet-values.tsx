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
  set: (filter: string | undefined) => void;
}

/** The values that rows have, the most frequent first, with how many rows have each: whatever this filter itself asks. */
export function FacetValues({ counting, of, title, wordOf, filter = '', set }: Props) {
  const t = useTranslations('parts');
  const locale = useLocale();
  const { path, asked, ask } = counting;
  const { data, error } = useAsk(path, { ...asked, of }, (signal) => ask(of, signal));
  if (error) return <Trouble error={error} />;
  if (!data) return <Waiting label={title} lines={3} />;
  const { values, others } = data.body.facets[of] ?? { values: [], others: 0 };
  const chosen = filter === '' ? [] : filter.split(',');
  // What was chosen and no row has stays in sight, so that it can be taken out.
  const gone = chosen.filter((value) => !values.some((one) => one.value === value));
  const shown = [...values, ...gone.map((value) => ({ value, count: 0 }))];
  const toggle = (value: string): void => {
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    set(next.length === 0 ? undefined : next.join(','));
  };
  return (
    <ul className={styles.values} aria-label={title}>
      {shown.map(({ value, count }) => (
        <li key={value ?? ''}>
          {/* A filter separates its values by commas: one that has a comma itself is only counted. */}
          {value === null || value.includes(',') ? (
            <span className={styles.only}>{value ?? t('without')}</span>
          ) : (
            <label>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
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
    </ul>
  );
}
