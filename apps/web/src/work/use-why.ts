import { useLocale, useTranslations } from 'use-intl';
import { useChaseWords } from '../parts/chase-words';
import { amountText, dayText } from '../words/formats';
import { kindWord, type WorkItem } from './work.kinds';

/** Why something is to be done, in the reader's language; of a kind that this page does not know, as the API says it. */
export function useWhy(): (item: WorkItem) => string {
  const t = useTranslations('work');
  const command = useTranslations('command');
  const steps = useChaseWords();
  const locale = useLocale();
  const shown: Record<string, (value: string) => string> = {
    ...{ amount: money, owed: money, limit: money },
    step: (key) => steps.step(key),
    code: (code) => steps.why(code),
    asked: (kind) => command(`choice.${kind as 'write-off'}`),
  };
  function money(amount: string): string {
    return amountText(amount, locale);
  }
  return ({ kind, why, params }) => {
    const word = kindWord(kind);
    if (!word) return why;
    const values: Record<string, string> = { answerBy: 'none', escalatedTo: 'none' };
    for (const [name, value] of Object.entries(params))
      values[name] = shown[name]?.(value) ?? dayText(value, locale);
    // Each kind has the values that its words name: test/pages/work-words.spec compares them.
    return t(`whyOf.${word}`, values as Parameters<typeof t>[1] & object);
  };
}
