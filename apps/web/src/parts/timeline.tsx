import { useLocale, useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { useTime } from '../time/use-time';
import { amountText, dayText, instantText, signedText } from '../words/formats';
import { Go } from './go';
import { Here } from './here';
import { isSome } from './sums';
import styles from './timeline.module.css';
import { readable } from './readable';

/** A fact as a sentence, with who, why, from when and since when. */
export interface Entry {
  position: string;
  recordedAt: string;
  /** Of imported history: when it says that this was recorded. */
  statedRecordedAt?: string | null;
  effectiveOn: string;
  actor: string;
  sentence: string;
  reason: string | null;
  /** What was open of the invoice before the fact and after it. */
  open?: { currency: string; before: string; after: string } | null;
  /** By how much it moves what is open and what is held, between two places that are compared. */
  moved?: { currency: string; open: string; held: string }[];
  /** What it adds to the figure that is explained. */
  makes?: string;
}

/** Newest first. Both times stand with each entry; words such as "late" never stand alone. */
export function Timeline({ entries, label }: { entries: Entry[]; label: string }) {
  const t = useTranslations('parts');
  const locale = useLocale();
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.position} className={styles.entry}>
          <Recorded entry={entry} />
          <div className={styles.said}>
            <p>{readable(entry.sentence)}</p>
            {entry.makes && <p className={styles.makes}>{signedText(entry.makes, locale)}</p>}
            {entry.reason && (
              <p className={styles.muted}>{readable(t('reason', { reason: entry.reason }))}</p>
            )}
            <Open open={entry.open} />
            <Moved moved={entry.moved} />
          </div>
          <When entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Recorded({ entry: { recordedAt, statedRecordedAt } }: { entry: Entry }) {
  const t = useTranslations('parts');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  const stated = statedRecordedAt && instantText(statedRecordedAt, locale, timeZone);
  return (
    <div className={styles.recorded}>
      <time dateTime={recordedAt}>{instantText(recordedAt, locale, timeZone)}</time>
      {stated && <p>{t('statedAt', { instant: stated })}</p>}
    </div>
  );
}

function Open({ open }: { open: Entry['open'] }) {
  const t = useTranslations('parts');
  const locale = useLocale();
  if (!open || open.before === open.after) return null;
  const [before, after] = [open.before, open.after].map((amount) => amountText(amount, locale)) as [
    string,
    string,
  ];
  return <p className={styles.muted}>{t('openChange', { before, after, currency: open.currency })}</p>;
}

function Moved({ moved = [] }: { moved: Entry['moved'] }) {
  const t = useTranslations('parts');
  const locale = useLocale();
  return moved.map(({ currency, open, held }) => (
    <p key={currency} className={styles.muted}>
      {isSome(open) && t('movedOpen', { amount: signedText(open, locale), currency })}
      {isSome(open) && isSome(held) && ' · '}
      {isSome(held) && t('movedHeld', { amount: signedText(held, locale), currency })}
    </p>
  ));
}

function When({ entry: { effectiveOn, recordedAt, statedRecordedAt, position } }: { entry: Entry }) {
  const t = useTranslations('parts');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  const { time } = useTime();
  const known = (time.known === 'stated' && statedRecordedAt) || recordedAt;
  // In Sweden's format a day is written as everywhere here: 2026-03-31.
  const knownOn = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.parse(known));
  const days = Math.round((Date.parse(knownOn) - Date.parse(effectiveOn)) / 86_400_000);
  const at = (milliseconds: number): string => new Date(Date.parse(known) + milliseconds).toISOString();
  return (
    <div className={styles.when}>
      <span>{t('effectiveOn', { day: dayText(effectiveOn, locale) })}</span>
      {days > 0 && <span className={styles.late}>⟲ {t('recordedLate', { days })}</span>}
      <span className={styles.around}>
        <Here change={{ knownAt: at(-1) }} label={t('knownBefore', { position })}>
          {t('before')}
        </Here>
        <Here change={{ knownAt: at(1) }} label={t('knownAfter', { position })}>
          {t('after')}
        </Here>
      </span>
      <Go
        to="/facts/$position"
        params={{ position }}
        className={styles.position}
        label={t('position', { position })}
      >
        {position}
      </Go>
    </div>
  );
}
