import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import styles from './admin.module.css';

/** Pages of the administration, in order, each with its word. */
const PARTS = [
  ['/admin/people', 'people'],
  ['/admin/limits', 'limits'],
  ['/admin/imports', 'imports'],
  ['/admin/parked', 'parked'],
  ['/admin/status', 'status'],
] as const;

/** From one page of the administration to the others. */
export function AdminParts() {
  const t = useTranslations('admin');
  return (
    <nav aria-label={t('title')} className={styles.parts} data-screen-only>
      {PARTS.map(([to, word]) => (
        <Link
          key={to}
          to={to}
          className={styles.part}
          activeOptions={{ includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}
