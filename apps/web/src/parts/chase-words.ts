import { useLocale, useTranslations } from 'use-intl';
import type en from '../words/en';
import { dayText } from '../words/formats';

type Words = (typeof en)['dunning'];

/** Why nothing is asked, as the API names it, with the word of each. */
const CODES: Readonly<Record<string, keyof Words['codes']>> = {
  ...{ paid: 'paid', void: 'void', disputed: 'disputed', promised: 'promised', extended: 'extended' },
  ...{ paused: 'paused', superseded: 'superseded', insolvent: 'insolvent' },
  'on-plan': 'onPlan',
  'below-minimum': 'belowMinimum',
  'unapplied-cash': 'unappliedCash',
  'open-credit': 'openCredit',
  'in-transit': 'inTransit',
  'bounced-address': 'bouncedAddress',
  'no-address': 'noAddress',
  'unknown-address': 'noAddress',
  'in-collection': 'inCollection',
  'before-cut-over': 'beforeCutOver',
  'minimum-gap': 'minimumGap',
  'person-erased': 'personErased',
  'not-confirmed': 'notConfirmed',
};

/** Kinds of steps, as the API names them. */
export const STEP_KINDS: Readonly<Record<string, keyof Words['kind']>> = {
  remind: 'remind',
  escalate: 'escalate',
  alert: 'alert',
  'propose-collection': 'collect',
};

/** What a step or a mail has come to, with its icon. */
const BECAME: Readonly<Record<keyof Words['became'], string>> = {
  ...{ waits: '◔', planned: '◔', draft: '✎', approved: '➤', sending: '➤', sent: '✓', failed: '✕' },
  ...{ unknown: '?', refused: '⊘', dropped: '⊖', bounced: '↩', skipped: '⊖' },
  ...{ escalated: '⇧', alerted: '☎', proposed: '⇥' },
};
const isKnown = (status: string): status is keyof Words['became'] => status in BECAME;

const isTone = (tone: string): tone is 'friendly' | 'formal' | 'firm' =>
  ['friendly', 'formal', 'firm'].includes(tone);

/** The words of steps, of what became of them, and of why nothing was asked. What this page does not know stands as the API calls it. */
export function useChaseWords() {
  const t = useTranslations('dunning');
  const command = useTranslations('command');
  const locale = useLocale();
  const daysOf = (days: number): string =>
    t('days', { when: days < 0 ? 'before' : days === 0 ? 'on' : 'after', days: Math.abs(days) });
  return {
    /** A reason of the chase, or of a mail: `550` of a mail server has no word. */
    why: (code: string): string => (CODES[code] ? t(`codes.${CODES[code]}`) : code),
    /** `due+7`: 7 days after the due date. A key of somebody's own says it by its days, where they are known. */
    step: (key: string, days: number | undefined = daysIn(key)): string => {
      const [, returned] = /^returned (\d{4}-\d{2}-\d{2})$/.exec(key) ?? [];
      if (returned) return t('returned', { day: dayText(returned, locale) });
      return days === undefined ? key : daysOf(days);
    },
    kind: (kind: string): string => (STEP_KINDS[kind] ? t(`kind.${STEP_KINDS[kind]}`) : kind),
    tone: (tone: string): string => (isTone(tone) ? command(`choice.${tone}`) : tone),
    became: (status: string): string => (isKnown(status) ? t(`became.${status}`) : status),
    icon: (status: string): string => (isKnown(status) ? BECAME[status] : '·'),
  };
}

/** What a key says of its days. */
const daysIn = (key: string): number | undefined =>
  /^due[+-]\d{1,4}$/.test(key) ? Number(key.slice('due'.length)) : undefined;
