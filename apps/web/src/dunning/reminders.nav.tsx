import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import styles from './dunning.module.css';

/** Pages of the reminders, in order, each with its word. */
const PARTS = [
  ['/reminders/approvals', 'mail.approvals'],
  ['/reminders/mails', 'mail.mails'],
  ['/reminders/blocked', 'mail.blocked'],
  ['/reminders/policies', 'policy.title'],
  ['/reminders/templates', 'template.title'],
] as const;

/** From one page of the reminders to the others. */
export function RemindersNav() {
  const t = useTranslations();
  return (
    <nav aria-label={t('dunning.parts')} className={styles.parts} data-screen-only>
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
