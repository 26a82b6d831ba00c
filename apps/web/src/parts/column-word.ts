import { useTranslations } from 'use-intl';

/** Figures of things. */
const OF_THINGS = [
  'total',
  'paid',
  'otherwise',
  'received',
  'allocated',
  'refunded',
  'returned',
  'cancelled',
  'applied',
  'onAccount',
  'balance',
  'room',
  'creditLimit',
] as const;

/** Sums of a row of the aging, beside its buckets. */
const SUMS = [
  'open',
  'overdue',
  'extended',
  'disputed',
  'unapplied',
  'pending',
  'credits',
  'control',
] as const;
export type SumOfAging = (typeof SUMS)[number];

const sumOf = (column: string) => [...SUMS, ...OF_THINGS].find((one) => one === column);

/** What a column is called: a sum by its word, a bucket by its days. */
export function useColumnWord(): (column: string) => string {
  const t = useTranslations('explain');
  return (column) => {
    const sum = sumOf(column);
    if (sum !== undefined) return t(`column.${sum}`);
    return column === 'not_due' ? t('column.notDue') : column.replace('-', '–');
  };
}
