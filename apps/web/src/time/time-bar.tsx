import { lazy, Suspense } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { useLocale, useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { useStandingNow } from '../api/standing';
import { Button } from '../parts/button';
import { Popover } from '../parts/dialog';
import { Waiting } from '../parts/empty';
import { dayText, instantText, secondsText } from '../words/formats';
import { addDays, stepMonthEnd } from './days';
import { FixInstant } from './fix';
import { Since } from './since';
import styles from './time-bar.module.css';
import { useAddress, useTime } from './use-time';

const AsOf = lazy(async () => ({ default: (await import('./as-of')).AsOf }));
const KnownAt = lazy(async () => ({ default: (await import('./known-at')).KnownAt }));

/** Both axes, the same on every page: as of which day, and as known when. */
export function TimeBar() {
  const t = useTranslations('time');
  const locale = useLocale();
  const { timeZone, today } = useMe().entity;
  const { change } = useAddress();
  const { time, state, day } = useTime();
  const step = (direction: 1 | -1, byMonth: boolean): void => {
    const next = byMonth ? stepMonthEnd(day, direction) : addDays(day, direction);
    change({ asOf: next === today ? undefined : next });
  };
  const known =
    time.knownAt === undefined
      ? time.known === 'stated'
        ? t('statedShort')
        : t('now')
      : instantText(time.knownAt, locale, timeZone);
  return (
    <section className={styles.bar} data-state={state} aria-label={t('bar')}>
      <div className={styles.axis}>
        <Button
          look="quiet"
          data-keys="["
          aria-label={t('dayBefore')}
          onPress={({ shiftKey }) => step(-1, shiftKey)}
        >
          ◀&#xFE0E;
        </Button>
        <span className={styles.name}>{t('asOf')}</span>
        <Chooser keys="t" name={t('chooseDay')} shown={dayText(day, locale)}>
          {(close) => <AsOf close={close} />}
        </Chooser>
        <Button
          look="quiet"
          data-keys="]"
          aria-label={t('dayAfter')}
          onPress={({ shiftKey }) => step(1, shiftKey)}
        >
          ▶&#xFE0E;
        </Button>
      </div>
      <div className={styles.axis}>
        <span className={styles.name}>{t('knownAt')}</span>
        <Chooser name={t('chooseInstant')} shown={known}>
          {(close) => <KnownAt close={close} />}
        </Chooser>
      </div>
      <FixInstant />
      <p className={styles.state} role="status">
        {state === 'present' && t('today', { day: dayText(today, locale) })}
        {state === 'as-of' && t('stateAsOf', { day: dayText(day, locale) })}
        {state === 'known-at' &&
          `${time.knownAt === undefined ? t('stateStated') : t('stateKnownAt', { instant: known })} · ${t('readOnly')}`}
      </p>
      {state !== 'known-at' && <Behind />}
      {time.knownAt !== undefined && (
        <p className={styles.state} role="status">
          <Since />
        </p>
      )}
      {state !== 'present' && (
        <Button
          look="quiet"
          data-keys="t n"
          onPress={() => change({ asOf: undefined, knownAt: undefined, known: undefined })}
        >
          {t('backToNow')}
        </Button>
      )}
      <span className={styles.zone}>{timeZone}</span>
    </section>
  );
}

/** How far the figures are behind what is recorded, as the server last said. */
function Behind() {
  const t = useTranslations('time');
  const locale = useLocale();
  const standing = useStandingNow();
  if (!standing || standing.behindMs === null) return null;
  return (
    <p className={standing.stale ? styles.stale : styles.behind}>
      {t('behind', { seconds: secondsText(standing.behindMs, locale) })}
    </p>
  );
}

interface ChooserProps {
  name: string;
  shown: string;
  /** Goes to it. */
  keys?: string;
  children: (close: () => void) => React.ReactNode;
}

function Chooser({ name, shown, keys, children }: ChooserProps) {
  const t = useTranslations('shell');
  return (
    <DialogTrigger>
      <Button aria-label={`${name}: ${shown}`} data-keys={keys}>
        {shown}{' '}
        <span aria-hidden="true" data-screen-only>
          ▾
        </span>
      </Button>
      <Popover title={name}>
        {(close) => <Suspense fallback={<Waiting label={t('loading')} />}>{children(close)}</Suspense>}
      </Popover>
    </DialogTrigger>
  );
}
