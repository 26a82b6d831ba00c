import { useTranslations } from 'use-intl';
import { useColumnWord } from '../parts/column-word';
import type { FilterChoice } from '../parts/filter-choice';

/** What the question can say beside rows and time, as the API names it. */
export function useAgingChoices(): FilterChoice[] {
  const t = useTranslations('reporting.aging');
  const word = useColumnWord();
  return [
    { name: 'currency', title: t('currency'), hint: 'EUR' },
    {
      ...{ name: 'basis', title: t('basis') },
      values: [
        ['agreed', t('bases.agreed')],
        ['contractual', t('bases.contractual')],
        ['issued', t('bases.issued')],
      ],
    },
    { name: 'buckets', title: t('buckets'), hint: '30,60,90' },
    ...(
      ['open', 'overdue', 'unapplied', 'disputed', 'extended', 'pending', 'credits', 'control'] as const
    ).map((name) => ({ name, title: word(name), hint: t('amountHint') })),
  ];
}

/** The same of the series. */
export function useSeriesChoices(): FilterChoice[] {
  const t = useTranslations('reporting.aging');
  const shape = useAgingChoices().filter(({ name }) => ['currency', 'basis', 'buckets'].includes(name));
  return [
    ...shape,
    {
      ...{ name: 'step', title: t('step') },
      values: [
        ['month', t('steps.month')],
        ['quarter', t('steps.quarter')],
        ['year', t('steps.year')],
        ['week', t('steps.week')],
      ],
    },
    { name: 'from', title: t('from'), hint: '2025-12-31' },
  ];
}
