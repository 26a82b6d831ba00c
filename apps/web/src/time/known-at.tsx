import { type FormEvent, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import { dayText } from '../words/formats';
import styles from './known-at.module.css';
import { NamedInstants } from './named-instants';
import { Strip } from './strip';
import bar from './time-bar.module.css';
import { useAddress, useTime } from './use-time';
import { dayOfInstant, endOfDay, instantOf, isToCome, presentIn, wallClock } from './wall-clock';

/** The menu of the second axis: what was known at an instant, typed in the entity's zone, named, or found by when facts came. */
export function KnownAt({ close }: { close: () => void }) {
  const t = useTranslations('time');
  const locale = useLocale();
  const { timeZone, today } = useMe().entity;
  const { change } = useAddress();
  const { time, day } = useTime();
  const [typed, setTyped] = useState(() =>
    wallClock(time.knownAt ?? presentIn(timeZone).toAbsoluteString(), timeZone),
  );
  const [wrong, setWrong] = useState<string>();
  const show = (knownAt: string | undefined): void => {
    change({ knownAt });
    close();
  };
  /** The menu stays open: the strip is moved on from there. */
  const showDay = (on: string): void => {
    const knownAt = on >= today ? undefined : endOfDay(on, timeZone);
    setTyped(wallClock(knownAt ?? presentIn(timeZone).toAbsoluteString(), timeZone));
    change({ knownAt }, 'replace');
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const instant = instantOf(typed, timeZone);
    if (instant === undefined) setWrong(t('notADay'));
    else if (isToCome(instant)) setWrong(t('inFuture'));
    else show(instant);
  };
  return (
    <div className={styles.menu}>
      <form className={styles.part} onSubmit={send}>
        <Field
          label={t('instant', { zone: timeZone })}
          hint="2026-04-02 11:00:00"
          value={typed}
          onChange={setTyped}
          wrong={wrong}
          autoFocus
          autoComplete="off"
        />
        <Button type="submit" look="main">
          {t('set')}
        </Button>
      </form>
      <div className={styles.choices}>
        <Button onPress={() => show(undefined)}>{t('presetNow')}</Button>
        <Button onPress={() => show(presentIn(timeZone).subtract({ weeks: 1 }).toAbsoluteString())}>
          {t('weekAgo')}
        </Button>
        {day < today && (
          <Button onPress={() => show(endOfDay(day, timeZone))}>
            {t('endOfDay', { day: dayText(day, locale) })}
          </Button>
        )}
      </div>
      <Strip
        day={time.knownAt === undefined ? today : dayOfInstant(time.knownAt, timeZone)}
        onShow={showDay}
      />
      <NamedInstants knownAt={time.knownAt} onShow={show} />
      <label className={bar.check}>
        <input
          type="checkbox"
          checked={time.known === 'stated'}
          onChange={({ target }) => change({ known: target.checked ? 'stated' : undefined })}
        />
        {t('stated')}
      </label>
    </div>
  );
}
