import { useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import type { FilterChoice } from '../parts/filter-choice';
import { AMOUNTS } from './customers.columns';

/** What customers can be filtered by, as the API names it. */
export function useChoices(): FilterChoice[] {
  const t = useTranslations('customer');
  const { currencies } = useMe().entity;
  return [
    { name: 'ownerId', title: t('owner'), hint: 'anna', facet: true },
    { name: 'segment', title: t('segment'), hint: 'public-sector', facet: true },
    { name: 'language', title: t('language'), hint: 'it', facet: true },
    { name: 'currency', title: t('currency'), hint: 'EUR', facet: true },
    {
      ...{ name: 'balanceCurrency', title: t('amountsIn') },
      values: currencies.map(({ code }): [string, string] => [code, code]),
    },
    ...AMOUNTS.map((name) => ({ name, title: t(name) })),
    { name: 'id', title: t('id'), hint: 'C-100' },
    { name: 'name', title: t('name'), hint: t('wholeName') },
    { name: 'registeredOn', title: t('registeredOn'), hint: '2026-01-01..2026-03-31' },
  ];
}
