import { useLocale, useTranslations } from 'use-intl';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { dayText } from '../words/formats';
import { useWhy } from './use-why';
import { kindWord, placeOf, thingOf, type WorkItem } from './work.kinds';

/** Each row leads to what it is about, and to where it is done. */
export function useWorkColumns(): Column<WorkItem>[] {
  const t = useTranslations('work');
  const locale = useLocale();
  return [
    {
      ...{ id: 'kind', title: t('kind'), width: 200, sorts: true, narrow: 1 },
      cell: (item) => <Kind {...item} />,
    },
    {
      ...{ id: 'number', title: t('about'), width: 108, sorts: true, narrow: 2 },
      cell: (item) => <Thing {...item} />,
    },
    {
      ...{ id: 'customerName', title: t('customer'), filter: 'customerId', width: 150, sorts: true },
      csv: ['customerId', 'customerName'],
      cell: ({ customerId, customerName }) =>
        customerId === null ? (
          t('nobody')
        ) : (
          <Go to="/customers/$id" params={{ id: customerId }}>
            {customerName ?? customerId}
          </Go>
        ),
    },
    {
      ...{ id: 'why', title: t('why'), width: 180, grows: true },
      cell: (item) => <Why {...item} />,
    },
    {
      ...{ id: 'since', title: t('since'), width: 108, sorts: true, narrow: 2 },
      cell: ({ since }) => dayText(since, locale),
    },
    {
      ...{ id: 'amount', title: t('amount'), width: 130, align: 'end', sorts: true, narrow: 1 },
      csv: ['amount', 'currency'],
      cell: ({ amount, currency }) =>
        amount === null ? '–' : <Amount amount={amount} currency={currency ?? undefined} />,
    },
    {
      ...{ id: 'ownerId', title: t('owner'), width: 100 },
      csv: ['ownerId', 'deputyId'],
      cell: (item) => <Owner {...item} />,
    },
    { ...{ id: 'next', title: t('next'), width: 240, spare: true }, cell: (item) => <Next {...item} /> },
  ];
}

export function Kind({ kind }: WorkItem) {
  const t = useTranslations('work');
  const word = kindWord(kind);
  return word ? t(`kinds.${word}`) : kind;
}

function Why(item: WorkItem) {
  const why = useWhy()(item);
  return <span title={why}>{why}</span>;
}

/** Who does it, and who stands in for them. */
export function Owner({ ownerId, deputyId }: WorkItem) {
  const t = useTranslations('work');
  if (ownerId === null) return t('nobody');
  return deputyId === null ? ownerId : t('standsIn', { owner: ownerId, deputy: deputyId });
}

export function Thing(item: WorkItem) {
  const t = useTranslations('work');
  const thing = thingOf(item);
  if (!thing) return '–';
  const word =
    thing.to === '/payments/$id' ? t('payment') : (item.number ?? item.customerName ?? item.customerId);
  return <Go {...thing}>{word}</Go>;
}

export function Next(item: WorkItem) {
  const t = useTranslations('work');
  const word = kindWord(item.kind);
  const place = placeOf(item);
  const said = word ? t(`todo.${word}`) : item.next;
  return place ? <Go {...place}>{said}</Go> : said;
}
