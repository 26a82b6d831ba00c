import { useTranslations } from 'use-intl';
import { useColumnWord } from '../parts/column-word';
import { Figure } from '../parts/figure';
import { Go } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { useAddress } from '../time/use-time';
import { type AgingAnswer, type AgingRow, bucketsAsked, byOf, rowCell } from './aging.question';

/** Whose, the buckets, and the sums; each figure opens to its lines. */
export function useAgingColumns(total: AgingAnswer['currencies'][number] | undefined): Column<AgingRow>[] {
  const t = useTranslations('reporting.aging');
  const word = useColumnWord();
  const { search } = useAddress();
  const by = byOf(search);
  const buckets = total ? Object.keys(total.buckets) : bucketsAsked(search);
  const figure = (column: string, amountOf: (row: AgingRow) => string | undefined) => ({
    ...{ id: column, title: word(column), width: 108, align: 'end' as const },
    cell: (row: AgingRow) => {
      const amount = amountOf(row);
      return amount === undefined ? (
        '–'
      ) : (
        <Figure value={{ amount }} explain={rowCell(search, row, column)} />
      );
    },
  });
  const sum = (column: Sum) => ({ ...figure(column, (row) => row[column]), width: 116, sorts: true });
  return [
    {
      ...{ id: 'name', title: t(by), width: 140, grows: true, narrow: 1 as const },
      csv: [by === 'customer' ? 'customerId' : 'ownerId', 'name'],
      cell: (row) => <Whose row={row} />,
    },
    { id: 'currency', title: t('currency'), width: 72, narrow: 2, cell: ({ currency }) => currency },
    ...buckets.map((bucket) => figure(bucket, (row) => row.buckets[bucket]?.amount)),
    { ...sum('open'), narrow: 1 },
    { ...sum('overdue'), narrow: 2, spare: true },
    { ...sum('extended'), hidden: true },
    { ...sum('disputed'), hidden: true },
    { ...sum('unapplied'), spare: true },
    { ...sum('pending'), hidden: true },
    { ...sum('credits'), hidden: true },
    { ...sum('control'), hidden: true },
  ];
}

type Sum = 'open' | 'overdue' | 'extended' | 'disputed' | 'unapplied' | 'pending' | 'credits' | 'control';

/** The row itself, as a link to who it is of. */
export function Whose({ row: { key, name } }: { row: Pick<AgingRow, 'key' | 'name'> }) {
  const t = useTranslations('reporting.aging');
  const { search } = useAddress();
  const by = byOf(search);
  if (key === null) return t(by === 'customer' ? 'nobody' : 'noOwner');
  if (by === 'customer') {
    return (
      <Go to="/customers/$id" params={{ id: key }}>
        {name ?? key}
      </Go>
    );
  }
  return (
    <Go to="/invoices" search={{ ownerId: key, open: '0.01..', sort: '-open' }}>
      {name ?? key}
    </Go>
  );
}
