import { useLocale, useTranslations } from 'use-intl';
import { useMay, useMe } from '../api/session';
import { Go } from '../parts/go';
import { Pairs } from '../parts/pairs';
import { dayText, instantText } from '../words/formats';
import styles from './audit.module.css';
import { thingOf } from './thing';
import type { FactPart } from './use-fact';

/** Who, why, and when on both axes; and its thing as it was known just before the fact and just after it. */
export function Who({ fact }: FactPart) {
  const t = useTranslations('audit');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  const mayList = useMay('GET /v1/audit');
  const { actor, roles, recordedAt, correlationId, stream } = fact;
  const { statedRecordedAt } = JSON.parse(fact.metadata) as { statedRecordedAt?: string };
  const instant = (at: string): string => instantText(at, locale, timeZone);
  const thing = thingOf(stream);
  const knownAt = (milliseconds: number): string =>
    new Date(Date.parse(recordedAt) + milliseconds).toISOString();
  return (
    <Pairs
      pairs={[
        [t('actor'), roles.length === 0 ? actor : t('actorIn', { actor, roles: roles.join(', ') })],
        [t('reason'), fact.reason],
        [t('effectiveOn'), dayText(fact.effectiveOn, locale)],
        [t('recordedAt'), instant(recordedAt)],
        [t('statedRecordedAt'), statedRecordedAt && instant(statedRecordedAt)],
        [
          t('about'),
          thing && (
            <span className={styles.links}>
              <Go {...thing.target}>{t(thing.word)}</Go>
              <Go {...thing.target} search={{ knownAt: knownAt(-1) }}>
                {t('justBefore')}
              </Go>
              <Go {...thing.target} search={{ knownAt: knownAt(1) }}>
                {t('justAfter')}
              </Go>
            </span>
          ),
        ],
        [
          t('correlation'),
          correlationId !== null &&
            (mayList ? (
              <Go to="/audit" search={{ correlation: correlationId }}>
                {correlationId}
              </Go>
            ) : (
              correlationId
            )),
        ],
      ]}
    />
  );
}
