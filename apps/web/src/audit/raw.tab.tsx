import { useTranslations } from 'use-intl';
import { Pairs } from '../parts/pairs';
import { Sheet } from '../shell/page';
import styles from './audit.module.css';
import type { FactPart } from './use-fact';

/** As it is stored: what is personal is sealed. */
export function FactRaw({ fact }: FactPart) {
  const t = useTranslations('audit');
  const { stream, revision, id, type, schema, commandId } = fact;
  return (
    <>
      <Sheet title={t('stored')}>
        <div className={styles.said}>
          <Pairs
            pairs={[
              [t('stream'), stream],
              [t('revision'), String(revision)],
              [t('id'), id],
              [t('type'), type],
              [t('schema'), String(schema)],
              [t('commandId'), commandId],
            ]}
          />
        </div>
      </Sheet>
      {(['data', 'metadata'] as const).map((part) => (
        <Sheet key={part} title={part === 'data' ? t('rawData') : t('rawMetadata')}>
          <pre className={styles.raw} tabIndex={0}>
            {JSON.stringify(JSON.parse(fact[part]), null, 2)}
          </pre>
        </Sheet>
      ))}
    </>
  );
}
