import { Link, useLocation } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import type { Path } from '../parts/go';
import styles from './navigation.module.css';
import { Settings } from './settings';

/** Pages of the menu, one line each: path, icon, the key of its word, and the route without which it shows nothing. */
const PAGES = [
  ['/', '◫', 'overview.title'],
  ['/work', '☑', 'work.list'],
  ['/invoices', '▤', 'invoice.list'],
  ['/customers', '☺', 'customer.list'],
  ['/payments', '€', 'payment.list'],
  ['/payments/apply', '⇄', 'payment.apply'],
  ['/reminders', '✉\uFE0E', 'dunning.title'],
  ['/reports', '∑', 'reporting.title'],
  ['/audit', '≣', 'audit.list', 'GET /v1/audit'],
  ['/admin', '⚙', 'admin.title'],
] as const satisfies readonly (readonly [Path, string, string, string?])[];

/** The pages of the menu that show somebody something, with their words. */
export function usePages(): { to: Path; title: string; icon: string }[] {
  const t = useTranslations();
  const { may } = useMe();
  return PAGES.filter(([, , , route]) => route === undefined || may.includes(route)).map(
    ([to, icon, key]) => ({ to, title: t(key), icon }),
  );
}

export function Navigation() {
  const t = useTranslations();
  const { name, personId, roles } = useMe();
  const { pathname } = useLocation();
  // A page of the menu that stands under another one is not that one.
  const isOwn = (to: string): boolean => PAGES.some(([page]) => page === pathname && page !== to);
  return (
    <header className={styles.side} data-screen-only>
      <Link to="/" className={styles.product}>
        <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true" className={styles.mark}>
          <path d="M16 6a10 10 0 1 0 6.2 17.8L25 26.6l2-2-2.8-2.8A10 10 0 0 0 16 6Zm0 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14Z" />
        </svg>
        <span className={styles.word}>{t('shell.product')}</span>
      </Link>
      <nav aria-label={t('shell.navigation')} className={styles.pages}>
        <ul>
          {usePages().map(({ to, title, icon }) => (
            <li key={to}>
              <Link
                to={to}
                className={styles.link}
                activeOptions={{ exact: to === '/' || isOwn(to), includeSearch: false }}
                activeProps={{ 'aria-current': 'page' }}
                title={title}
              >
                <span aria-hidden="true" className={styles.icon}>
                  {icon}
                </span>
                <span className={styles.word}>{title}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.person}>
        <p className={styles.word}>
          {t('shell.signedInAs', { name: name ?? personId, roles: roles.join(', ') })}
        </p>
        <Settings />
      </div>
    </header>
  );
}
