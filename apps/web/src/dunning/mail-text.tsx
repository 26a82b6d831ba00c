import { useTranslations } from 'use-intl';
import { partsOfMail } from './mail-parts';
import styles from './mail.module.css';
import type { MailDetails } from './use-mail';

/** A mail as its reader gets it. Its own markup is never put into this page: the same parts are drawn from its plain text. */
export function MailText({ subject, text, language }: Pick<MailDetails, 'subject' | 'text' | 'language'>) {
  const t = useTranslations('mail');
  return (
    <article className={styles.mail} aria-label={t('asItLeaves')} lang={language}>
      <h3 className={styles.subject}>{subject}</h3>
      {partsOfMail(text).map((part, at) =>
        'paragraph' in part ? (
          <p key={at} className={styles.paragraph}>
            {part.paragraph}
          </p>
        ) : (
          <ul key={at} className={styles.table}>
            {part.rows.map((cells, row) => (
              <li key={row}>
                {cells.map((cell, column) => (
                  <span key={column}>{cell} </span>
                ))}
              </li>
            ))}
            {part.total && <li className={styles.total}>{part.total}</li>}
          </ul>
        ),
      )}
    </article>
  );
}
