import { useLocale, useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { dayText, instantText } from '../words/formats';
import type { At } from './compare.question';
import styles from './reporting.module.css';

/** Where A and B stand on both axes. */
export function Places(places: { a: At; b: At }) {
  const t = useTranslations('reporting.compare');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  return (
    <dl className={styles.places}>
      {(['a', 'b'] as const).map((place) => (
        <div key={place}>
          <dt>{place.toUpperCase()}</dt>
          <dd>
            {t('place', {
              day: dayText(places[place].asOf, locale),
              instant: instantText(places[place].knownAt, locale, timeZone),
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
