import { useLocale, useTranslations } from 'use-intl';
import type { Preview } from '../api/command';
import { amountText } from '../words/formats';
import styles from './command.module.css';
import { readable } from '../parts/readable';

interface Props {
  preview?: Preview;
  /** Whether all that is needed is there. */
  isWhole: boolean;
  isRefused: boolean;
}

/** What the command would record, and what would be open then: said by the server, which records nothing yet. */
export function Records({ preview, isWhole, isRefused }: Props) {
  const t = useTranslations('command');
  const locale = useLocale();
  const opens = preview?.effects.filter(({ kind }) => kind === 'open') ?? [];
  return (
    <section className={styles.records} aria-label={t('records')} aria-live="polite">
      <h3>{t('records')}</h3>
      {!preview && (
        <p className={styles.hint}>{isRefused ? t('recordsNothing') : t(isWhole ? 'asking' : 'notWhole')}</p>
      )}
      {preview?.wouldRecord.length === 0 && <p>{t('recordsNothing')}</p>}
      {preview && (
        <ul>
          {preview.wouldRecord.map(({ sentence }, at) => (
            <li key={at}>{readable(sentence)}</li>
          ))}
          {opens.map(({ invoiceId, number, before, after, currency }) => (
            <li key={invoiceId}>
              {t('openMoves', {
                number: number ?? '–',
                before: amountText(before ?? '0', locale),
                after: amountText(after ?? '0', locale),
                currency: currency ?? '',
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
