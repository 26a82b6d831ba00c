import { useTranslations } from 'use-intl';

/** Kinds and states of the report. One that a newer server brings is shown by its own name. */
export const KINDS = [
  'extension',
  'dispute',
  'promise',
  'plan',
  'pause',
  'collection',
  'insolvency',
  'reassignment',
  'write-off',
  'note',
] as const;

export const STATES = [
  'open',
  'holds',
  'requested',
  'over',
  'ended',
  'superseded',
  'revoked',
  'upheld',
  'rejected',
  'withdrawn',
  'kept',
  'broken',
  'moot',
  'done',
  'returned',
  'recorded',
  'refused',
  'undone',
  'follow-up',
  'noted',
] as const;

export function useExceptionWords() {
  const t = useTranslations('reporting.exceptions');
  const kindWord = (kind: string): string => {
    const known = KINDS.find((one) => one === kind);
    return known ? t(`kinds.${known}`) : kind;
  };
  const stateWord = (state: string): string => {
    const known = STATES.find((one) => one === state);
    return known ? t(`states.${known}`) : state;
  };
  return { kindWord, stateWord };
}
