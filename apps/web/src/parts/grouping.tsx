import { useTranslations } from 'use-intl';
import { useAddress } from '../time/use-time';
import styles from './filters.module.css';

/** What the rows of a list can be put together by: its name in the API, and its word. */
export type Grouping = readonly [by: string, title: string];

/** By what the rows of a list are put together: `_group` of the address. */
export function GroupBy({ groupings }: { groupings: readonly Grouping[] }) {
  const t = useTranslations('parts');
  const { search, change } = useAddress();
  return (
    <label className={styles.group} data-screen-only>
      {t('groupBy')}
      <select
        value={search._group ?? ''}
        onChange={({ target }) =>
          change({ _group: target.value || undefined, _sort: undefined, _peek: undefined })
        }
      >
        <option value="">{t('noGroups')}</option>
        {groupings.map(([by, title]) => (
          <option key={by} value={by}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
