import { useLocale, useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { useChaseWords } from '../parts/chase-words';
import { Go } from '../parts/go';
import { dayText } from '../words/formats';
import type { InvoiceDetails } from './use-invoice';

/** What comes next of its chase, when, and what blocks it: of the past nothing is said. It leads to all that is known of it. */
export function NextStep({ invoice: { id, nextStep, instalments } }: { invoice: InvoiceDetails }) {
  const t = useTranslations('dunning');
  const locale = useLocale();
  const words = useChaseWords();
  const { today } = useMe().entity;
  if (nextStep === null) return null;
  const { key, kind, on, part, blockedBy } = nextStep;
  const of = { step: `${words.kind(kind)}, ${words.step(key)}`, day: dayText(on, locale) };
  const isHeldUp = blockedBy !== null && on <= today;
  const said = isHeldUp
    ? [t('heldUp', { ...of, why: words.why(blockedBy) })]
    : [t('next', of), blockedBy !== null && t('blockedToday', { why: words.why(blockedBy) })];
  return (
    <Go to="/invoices/$id" params={{ id }} search={{ _tab: 'reminders' }}>
      {[instalments.length > 1 && `${t('instalment', { number: String(part) })}:`, ...said]
        .filter(Boolean)
        .join(' ')}
    </Go>
  );
}
