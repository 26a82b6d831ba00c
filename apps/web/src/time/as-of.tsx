import { parseDate } from '@internationalized/date';
import { type FormEvent, useState } from 'react';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import { addDays, lastEnds, typedDay } from './days';
import styles from './time-bar.module.css';
import calendar from './calendar.module.css';
import { useAddress, useTime } from './use-time';

/** The menu of the first axis: typed, chosen, or one of the days that are asked for most. */
export function AsOf({ close }: { close: () => void }) {
  const t = useTranslations('time');
  const { today } = useMe().entity;
  const { change } = useAddress();
  const { day } = useTime();
  const [typed, setTyped] = useState(day);
  const [isWrong, setWrong] = useState(false);
  const show = (chosen: string): void => {
    change({ asOf: chosen === today ? undefined : chosen });
    close();
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const found = typedDay(typed, today);
    setWrong(found === undefined);
    if (found !== undefined) show(found);
  };
  const ends = lastEnds(today);
  return (
    <div className={styles.form}>
      <form className={styles.form} onSubmit={send}>
        <Field
          label={t('day')}
          hint={t('typedHint')}
          value={typed}
          onChange={setTyped}
          wrong={isWrong ? t('notADay') : undefined}
          autoFocus
          autoComplete="off"
        />
        <Button type="submit" look="main">
          {t('set')}
        </Button>
      </form>
      <Calendar
        aria-label={t('day')}
        defaultValue={parseDate(day)}
        onChange={(date) => show(date.toString())}
      >
        <header className={calendar.head}>
          <Button slot="previous" look="quiet">
            ◀&#xFE0E;
          </Button>
          <Heading level={3} className={calendar.title} />
          <Button slot="next" look="quiet">
            ▶&#xFE0E;
          </Button>
        </header>
        <CalendarGrid className={calendar.grid}>
          <CalendarGridHeader>{(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>
            {(date) => <CalendarCell date={date} className={calendar.cell} />}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
      <div className={styles.choices}>
        <Button onPress={() => show(today)}>{t('presetToday')}</Button>
        <Button onPress={() => show(addDays(today, -1))}>{t('presetYesterday')}</Button>
        <Button onPress={() => show(ends.month)}>{t('endOfMonth')}</Button>
        <Button onPress={() => show(ends.quarter)}>{t('endOfQuarter')}</Button>
        <Button onPress={() => show(ends.year)}>{t('endOfYear')}</Button>
      </div>
    </div>
  );
}
