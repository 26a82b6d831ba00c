import { type FormEvent, useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { Button } from '../parts/button';
import { Popover } from '../parts/dialog';
import { Field } from '../parts/field';
import { addDays, lastEnds, typedDay } from '../time/days';
import { useAddress, useTime } from '../time/use-time';
import { instantOf, isToCome, presentIn, wallClock } from '../time/wall-clock';
import { isCompared, NOW } from './compare.question';
import styles from './reporting.module.css';

/** Chooses the other place on both axes: B. A is where the page stands. */
export function CompareWith() {
  const t = useTranslations('reporting.compare');
  const { search } = useAddress();
  return (
    <DialogTrigger>
      <Button data-keys="c">
        ⇄&#xFE0E; {t(isCompared(search) ? 'change' : 'open')} <span aria-hidden="true">▾</span>
      </Button>
      <Popover title={t('change')}>{(close) => <Other close={close} />}</Popover>
    </DialogTrigger>
  );
}

function Other({ close }: { close: () => void }) {
  const t = useTranslations('reporting.compare');
  const time = useTranslations('time');
  const { timeZone, today } = useMe().entity;
  const { search, change } = useAddress();
  const { day } = useTime();
  const [typed, setTyped] = useState(search._vsAsOf ?? '');
  const [clock, setClock] = useState(
    search._vsKnownAt && search._vsKnownAt !== NOW ? wallClock(search._vsKnownAt, timeZone) : '',
  );
  const [wrong, setWrong] = useState<{ day?: string; instant?: string }>({});
  const show = (vsAsOf: string | undefined, vsKnownAt: string = NOW): void => {
    const explained = { _row: undefined, _tab: undefined, _explain: undefined };
    change({ ...explained, _vsAsOf: vsAsOf === day ? undefined : vsAsOf, _vsKnownAt: vsKnownAt });
    close();
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const asOf = typed.trim() === '' ? undefined : typedDay(typed, today);
    const knownAt = clock.trim() === '' ? NOW : instantOf(clock, timeZone);
    const isFuture = knownAt !== undefined && knownAt !== NOW && isToCome(knownAt);
    const found = {
      ...(typed.trim() !== '' && asOf === undefined && { day: time('notADay') }),
      ...(knownAt === undefined && { instant: time('notADay') }),
      ...(isFuture && { instant: time('inFuture') }),
    };
    setWrong(found);
    if (Object.keys(found).length === 0) show(asOf, knownAt);
  };
  const weekAgo = (): string => presentIn(timeZone).subtract({ weeks: 1 }).toAbsoluteString();
  return (
    <div className={styles.other}>
      <p>{t('hint')}</p>
      <form className={styles.other} onSubmit={send}>
        <Field
          label={t('day')}
          hint={t('sameDay')}
          value={typed}
          onChange={setTyped}
          wrong={wrong.day}
          autoFocus
          autoComplete="off"
        />
        <Field
          label={t('instant', { zone: timeZone })}
          hint={t('allKnown')}
          placeholder="2026-04-02 11:00:00"
          value={clock}
          onChange={setClock}
          wrong={wrong.instant}
          autoComplete="off"
        />
        <Button type="submit" look="main">
          {t('set')}
        </Button>
      </form>
      <div className={styles.presets}>
        <Button onPress={() => show(lastEnds(day).month)}>{t('lastMonth')}</Button>
        <Button onPress={() => show(addDays(day, -1))}>{t('yesterday')}</Button>
        <Button onPress={() => show(undefined, weekAgo())}>{t('weekAgo')}</Button>
        <Button onPress={() => show(undefined)}>{t('now')}</Button>
      </div>
    </div>
  );
}
