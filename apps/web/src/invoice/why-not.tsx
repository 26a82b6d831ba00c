import { useLocale, useTranslations } from 'use-intl';
import { useChaseWords } from '../parts/chase-words';
import { Amount } from '../parts/figure';
import { Pairs } from '../parts/pairs';
import { isSome } from '../parts/sums';
import { amountText, dayText } from '../words/formats';
import styles from './reminders.module.css';
import type { Explained, PartExplained } from './use-reminders';

const HELD = ['unapplied', 'credits', 'pending', 'older'] as const;

/** What goes out on the day and why, of each open part; and by what that was decided. */
export function WhyNot({ explained }: { explained: Explained }) {
  const t = useTranslations('dunning');
  const locale = useLocale();
  const words = useChaseWords();
  const { parts, on, holds, held, habit, currency, policyId, policyVersion } = explained;
  const heldBy = holds.map(({ kind, since, until }) => {
    const days = [since, until].map((day) => (day === null ? '…' : dayText(day, locale)));
    return `${words.why(kind)} (${days.join(' – ')})`;
  });
  const paid =
    habit &&
    t('habitSays', {
      ...{ settled: String(habit.settled), onTime: String(habit.onTime), late: String(habit.late) },
      ...{ broken: String(habit.broken), tone: words.tone(habit.tone) },
    });
  return (
    <>
      {parts.length === 0 && <p>{t('nothingOpen', { day: dayText(on, locale) })}</p>}
      {parts.map((part) => (
        <p key={part.part} className={styles.answer}>
          {parts.length > 1 && <strong>{t('instalment', { number: String(part.part) })}: </strong>}
          <Answer {...{ part, currency }} />
        </p>
      ))}
      <Pairs
        pairs={[
          [t('policy'), t('policyVersion', { policy: policyId, version: policyVersion })],
          [t('habit'), paid],
          [t('holds'), heldBy.join(', ')],
          ...HELD.filter((name) => isSome(held[name])).map((name): [string, React.ReactNode] => [
            t(name),
            <Amount key={name} amount={held[name]} currency={currency} />,
          ]),
        ]}
      />
    </>
  );
}

function Answer({ part, currency }: { part: PartExplained; currency: string }) {
  const t = useTranslations('dunning');
  const locale = useLocale();
  const words = useChaseWords();
  const { comes, blockedBy, next, steps, asked, onAccount } = part;
  const nameOf = (key: string): string => {
    const step = steps.find((one) => one.step === key);
    return step ? `${words.kind(step.kind)}, ${words.step(key, step.days)}` : words.step(key);
  };
  const then = next ? t('next', { step: nameOf(next.step), day: dayText(next.on, locale) }) : t('noneLeft');
  if (comes !== null) {
    const amount = amountText(asked, locale);
    const takenOff = t('takenOff', { amount: amountText(onAccount, locale), currency });
    return [t('comes', { step: nameOf(comes), amount, currency }), isSome(onAccount) && takenOff]
      .filter(Boolean)
      .join(' ');
  }
  if (blockedBy !== null) return `${t('blocked', { why: words.why(blockedBy) })} ${then}`;
  const isBegun = steps.some(({ status }) => status !== null);
  return `${t(isBegun ? 'allDecided' : 'noneYet')} ${then}`;
}
