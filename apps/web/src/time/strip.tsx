import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { dayText } from '../words/formats';
import { addDays, daysBetween, sameDay } from './days';
import styles from './known-at.module.css';
import { dayOfInstant } from './wall-clock';
import { type DayOfFacts, useInstants, useTimes } from './use-times';

/** Days that are seen at once. */
const SEEN = 120;
/** Milliseconds after the last key until the question is asked. */
const PAUSE = 300;
const [HIGH, STEP] = [48, 3];

interface Props {
  /** The day that the page stands at. */
  day: string;
  onShow: (day: string) => void;
}

/** Facts recorded day by day, those that are back-dated hatched: a slider through what was known. */
export function Strip({ day: shown, onShow }: Props) {
  const t = useTranslations('time');
  const locale = useLocale();
  const { today, timeZone } = useMe().entity;
  const [moved, setMoved] = useState({ day: shown, from: shown });
  // Until the page stands elsewhere.
  const day = moved.from === shown ? moved.day : shown;
  const [to, setTo] = useState(() => windowOf(shown, today));
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const from = addDays(to, 1 - SEEN);
  const { data } = useTimes(from, to);
  const days = new Map((data?.body.days ?? []).map((one) => [one.day, one]));
  const first = data?.body.first ? dayOfInstant(data.body.first, timeZone) : from;

  const move = (wanted: string): string => {
    const next = wanted > today ? today : wanted < first ? first : wanted;
    setMoved({ day: next, from: shown });
    if (next < from || next > to) setTo(windowOf(next, today));
    return next;
  };
  const press = (event: KeyboardEvent): void => {
    // Where it begins is known with the first answer.
    if (!data) return;
    const wanted = movedBy(event.key, day, { first, today });
    if (wanted === undefined) return;
    event.preventDefault();
    const next = move(wanted);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => onShow(next), PAUSE);
  };
  const point = ({ currentTarget, clientX }: PointerEvent): string => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const at = Math.floor(((clientX - left) / width) * SEEN);
    return move(addDays(from, Math.min(Math.max(at, 0), SEEN - 1)));
  };
  const of = days.get(day);
  return (
    <div className={styles.part}>
      <div
        className={styles.strip}
        role="slider"
        tabIndex={0}
        aria-disabled={!data}
        aria-label={t('strip')}
        aria-valuemin={0}
        aria-valuemax={daysBetween(first, today)}
        aria-valuenow={daysBetween(first, day)}
        aria-valuetext={t('recordedOn', {
          ...{ day: dayText(day, locale), recorded: of?.recorded ?? 0, backDated: of?.backDated ?? 0 },
        })}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          point(event);
        }}
        onPointerMove={(event) => event.buttons > 0 && point(event)}
        onPointerUp={(event) => onShow(point(event))}
      >
        <Bars days={days} from={from} day={day} />
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{dayText(from, locale)}</span>
        <span>{dayText(to, locale)}</span>
      </div>
      <p className={styles.muted} aria-hidden="true">
        {t('recordedOn', {
          ...{ day: dayText(day, locale), recorded: of?.recorded ?? 0, backDated: of?.backDated ?? 0 },
        })}
      </p>
      <p className={styles.muted}>{t('stripHint')}</p>
    </div>
  );
}

/** A bar a day, the back-dated part of it hatched; flags are instants that have a name. */
function Bars({ days, from, day }: { days: Map<string, DayOfFacts>; from: string; day: string }) {
  const { timeZone } = useMe().entity;
  const { data } = useInstants();
  const flags = (data?.body.items ?? []).map(({ knownAt }) => dayOfInstant(knownAt, timeZone));
  const most = Math.max(1, ...[...days.values()].map(({ recorded }) => recorded));
  const tall = (count: number): number => (count === 0 ? 0 : Math.max(1, (count / most) * (HIGH - 6)));
  const at = (one: string): number => daysBetween(from, one) * STEP;
  return (
    <svg viewBox={`0 0 ${SEEN * STEP} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <pattern id="back-dated" width="2" height="2" patternUnits="userSpaceOnUse">
          <path d="M0 2 L2 0" className={styles.hatch} />
        </pattern>
      </defs>
      {[...days.values()].map(({ day: on, recorded, backDated }) => {
        const high = tall(recorded);
        const part = (high * backDated) / recorded;
        return (
          <g key={on}>
            <rect className={styles.bar} x={at(on)} y={HIGH - high} width={STEP - 0.6} height={high} />
            <rect fill="url(#back-dated)" x={at(on)} y={HIGH - part} width={STEP - 0.6} height={part} />
          </g>
        );
      })}
      {flags.map((on, index) => (
        <path key={index} className={styles.flag} d={`M${at(on)} 0 h4 l-2 2.5 l2 2.5 h-4 z`} />
      ))}
      <rect className={styles.cursor} x={at(day)} y={0} width={STEP - 0.6} height={HIGH} />
    </svg>
  );
}

/** The last day of the days that are seen: those around the day, none of them still to come. */
function windowOf(day: string, today: string): string {
  const to = addDays(day, SEEN / 2);
  return to > today ? today : to;
}

/** Where a key leads. @returns undefined: it does not move */
function movedBy(key: string, day: string, ends: { first: string; today: string }): string | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return addDays(day, -1);
    case 'ArrowRight':
    case 'ArrowUp':
      return addDays(day, 1);
    case 'PageUp':
      return sameDay(day, 1);
    case 'PageDown':
      return sameDay(day, -1);
    case 'Home':
      return ends.first;
    case 'End':
      return ends.today;
    default:
      return undefined;
  }
}
