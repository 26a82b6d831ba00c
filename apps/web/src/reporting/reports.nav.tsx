import { useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import type { Path } from '../parts/go';
import { Go } from '../parts/go';
import type { Search } from '../time/search';
import styles from './reporting.module.css';
import { Unbalanced } from './unbalanced';

interface Report {
  key: 'aging' | 'exceptions' | 'unapplied' | 'late' | 'numbering';
  to: Path;
  /** Shown to whoever may ask it. */
  route: string;
  search?: Search;
}

/** Reports of the page, one line each: what it asks first is in its link. */
export const REPORTS: readonly Report[] = [
  { key: 'aging', to: '/reports/aging', route: 'GET /v1/reports/aging', search: { sort: '-open' } },
  { key: 'exceptions', to: '/reports/exceptions', route: 'GET /v1/reports/exceptions' },
  { key: 'unapplied', to: '/reports/unapplied', route: 'GET /v1/payments', search: { unapplied: '0.01..' } },
  { key: 'late', to: '/reports/late-recorded', route: 'GET /v1/reports/late-recorded' },
  { key: 'numbering', to: '/reports/numbering', route: 'GET /v1/reports/numbering' },
];

export const useReports = (): Report[] => {
  const { may } = useMe();
  return REPORTS.filter(({ route }) => may.includes(route));
};

/** From one report to the next, and whether their control balances. Time travels along. */
export function ReportsNav({ of }: { of: Report['key'] }) {
  const t = useTranslations('reporting');
  return (
    <>
      <nav aria-label={t('title')} className={styles.reports} data-screen-only>
        <ul>
          {useReports().map(({ key, to, search }) => (
            <li key={key} data-current={key === of || undefined}>
              <Go to={to} search={search}>
                {t(`${key}.title`)}
              </Go>
            </li>
          ))}
        </ul>
      </nav>
      <Unbalanced />
    </>
  );
}
