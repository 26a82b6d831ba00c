import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useMay, useMe } from '../api/session';
import { Figure } from '../parts/figure';
import { Timeline } from '../parts/timeline';
import { Sheet } from '../shell/page';
import { addDays } from '../time/days';
import { useTime } from '../time/use-time';
import { useTimes } from '../time/use-times';
import styles from './overview.module.css';

/** The last facts, and how many came since yesterday, for those who may see who did what. Of the past it says nothing: what was recorded last is now. */
export function Latest() {
  const t = useTranslations('overview');
  const may = useMay('GET /v1/audit');
  const { state } = useTime();
  const enabled = may && state === 'present';
  const { data } = useAsk(
    '/v1/audit',
    { limit: 8, sort: '-position' },
    (signal) => client.GET('/v1/audit', { params: { query: { limit: 8, sort: '-position' } }, signal }),
    { enabled },
  );
  if (!enabled || !data) return null;
  return (
    <Sheet title={t('changed')}>
      <SinceYesterday />
      <Timeline entries={data.body.items} label={t('changed')} />
    </Sheet>
  );
}

/** How many facts were recorded yesterday and today, how many of them back-dated; the audit list has exactly these. */
function SinceYesterday() {
  const t = useTranslations('overview');
  const { today } = useMe().entity;
  const yesterday = addDays(today, -1);
  const { data } = useTimes(yesterday, today);
  if (!data) return null;
  const { days } = data.body;
  const sum = (of: 'recorded' | 'backDated'): number => days.reduce((all, day) => all + day[of], 0);
  const count = sum('recorded');
  return (
    <p className={styles.since}>
      {t('sinceYesterday')}{' '}
      <Figure value={{ count }} explain={{ to: '/audit', search: { from: yesterday } }} />{' '}
      {t('factsOf', { count, backDated: sum('backDated') })}
    </p>
  );
}
