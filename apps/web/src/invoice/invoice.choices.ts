import { useTranslations } from 'use-intl';
import type { FilterChoice } from '../parts/filter-choice';
import type { Grouping } from '../parts/grouping';

/** What invoices can be filtered by, as the API names it. */
export function useChoices(): FilterChoice[] {
  const t = useTranslations('invoice');
  const words = useTranslations('status');
  const explain = useTranslations('explain');
  return [
    {
      ...{ name: 'status', title: t('status'), facet: true },
      values: [
        ['overdue', words('overdue')],
        ['due', words('due')],
        ['sent', words('sent')],
        ['issued', words('issued')],
        ['paid', words('paid')],
        ['closed', words('settled')],
        ['void', words('void')],
      ],
    },
    { name: 'ownerId', title: t('owner'), hint: 'anna', facet: true },
    { name: 'customerId', title: t('customer'), hint: 'C-100', facet: true },
    {
      ...{ name: 'bucket', title: t('bucket'), facet: true },
      values: [
        ['not_due', explain('column.notDue')],
        ...['1-30', '31-60', '61-90', '90+'].map((name): [string, string] => [name, name.replace('-', '–')]),
      ],
    },
    {
      ...{ name: 'hold', title: t('hold'), facet: true },
      values: [
        ['disputed', words('disputed')],
        ['promised', words('promised')],
        ['on-plan', words('onPlan')],
        ['paused', words('paused')],
        ['extended', words('extended')],
        ['in-collection', words('inCollection')],
        ['insolvent', words('insolvent')],
      ],
    },
    { name: 'currency', title: t('currency'), hint: 'EUR', facet: true },
    { name: 'open', title: t('open') },
    { name: 'total', title: t('total') },
    { name: 'agreedDueOn', title: t('agreedDueOn'), hint: '2026-01-01..2026-03-31' },
    { name: 'issuedOn', title: t('issuedOn'), hint: '2026-01-01..2026-03-31' },
    { name: 'daysOverdue', title: t('daysOverdue') },
  ];
}

/** What they can be put together by. */
export function useGroupings(): Grouping[] {
  const t = useTranslations('invoice');
  return [
    ['customerId', t('customer')],
    ['ownerId', t('owner')],
    ['bucket', t('bucket')],
    ['dueWeek', t('dueWeek')],
    ['status', t('status')],
  ];
}
