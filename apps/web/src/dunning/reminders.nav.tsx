import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import type { Path } from '../parts/go';
import styles from './dunning.module.css';

/** Pages of the reminders, in order, each with its word, and the route without which it shows nothing. */
const PARTS = [
  ['/reminders/approvals', 'mail.approvals'],
  ['/reminders/mails', 'mail.mails'],
  ['/reminders/blocked', 'mail.blocked'],
  ['/reminders/policies', 'policy.title'],
  ['/reminders/templates', 'template.title'],
  ['/reminders/simulation', 'simulation.title', 'POST /v1/dunning/simulations'],
] as const satisfies readonly (readonly [Path, string, string?])[];

/** From one page of the reminders to the others. */
export function RemindersNav() {
  const t = useTranslations();
  const { may } = useMe();
  return (
    <nav aria-label={t('dunning.parts')} className={styles.parts} data-screen-only>
      {PARTS.filter(([, , route]) => route === undefined || may.includes(route)).map(([to, word]) => (
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
