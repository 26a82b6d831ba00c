import { useLocale, useTranslations } from 'use-intl';
import type { paths } from '../api/schema';
import type { InvoiceRow } from '../command/invoice-rows';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { Status } from '../parts/status';
import { dayText } from '../words/formats';
import { statusesOf } from './invoice.statuses';

export type InvoiceQuery = NonNullable<paths['/v1/invoices']['get']['parameters']['query']>;

/** A row is the invoice itself: its number leads to the page, where its figures open to their facts. */
export function useInvoiceColumns(): Column<InvoiceRow>[] {
  const t = useTranslations('invoice');
  const locale = useLocale();
  return [
    {
      ...{ id: 'number', title: t('number'), width: 130, sorts: true, narrow: 2 },
      cell: ({ id, number }) => (
        <Go to="/invoices/$id" params={{ id }}>
          {number}
        </Go>
      ),
    },
    {
      ...{
        id: 'customerName',
        title: t('customer'),
        filter: 'customerId',
        width: 160,
        grows: true,
        sorts: true,
        narrow: 1,
      },
      cell: ({ customerName, customerId }) => customerName ?? customerId,
    },
    {
      ...{ id: 'issuedOn', title: t('issuedOn'), width: 112, sorts: true, spare: true },
      cell: ({ issuedOn }) => dayText(issuedOn, locale),
    },
    {
      ...{ id: 'agreedDueOn', title: t('agreedDueOn'), width: 136, sorts: true },
      cell: ({ agreedDueOn, dueOn }) => `${dayText(agreedDueOn, locale)}${agreedDueOn === dueOn ? '' : ' ↷'}`,
    },
    {
      ...{ id: 'dueOn', title: t('dueOn'), width: 124, sorts: true, hidden: true },
      cell: ({ dueOn }) => dayText(dueOn, locale),
    },
    {
      ...{ id: 'status', title: t('status'), width: 262, narrow: 2 },
      csv: ['status', 'daysOverdue'],
      cell: (row) => <Standing row={row} />,
    },
    {
      ...{ id: 'total', title: t('total'), width: 120, align: 'end', sorts: true, spare: true },
      cell: ({ total }) => <Amount amount={total} />,
    },
    {
      ...{ id: 'paid', title: t('paid'), width: 120, align: 'end', sorts: true, hidden: true },
      cell: ({ paid }) => <Amount amount={paid} />,
    },
    {
      ...{ id: 'open', title: t('open'), width: 120, align: 'end', sorts: true, narrow: 1 },
      cell: ({ open }) => <Amount amount={open} />,
      narrowCell: ({ open, currency }) => <Amount amount={open} currency={currency} />,
    },
    {
      ...{ id: 'currency', title: t('currency'), width: 76, sorts: true },
      cell: ({ currency }) => currency,
    },
    {
      ...{ id: 'customerId', title: t('customerId'), width: 120, sorts: true, hidden: true },
      cell: ({ customerId }) => customerId,
    },
    {
      ...{ id: 'ownerId', title: t('owner'), width: 140, sorts: true, spare: true },
      cell: ({ ownerId }) => ownerId,
    },
  ];
}

export function Standing({
  row,
}: {
  row: Pick<InvoiceRow, 'status' | 'timing' | 'settlement' | 'closedBy' | 'daysOverdue'>;
}) {
  const t = useTranslations('status');
  return (
    <>
      {statusesOf(row).map((status) => (
        <Status
          key={status}
          of={status}
          more={status === 'overdue' ? t('daysLate', { days: row.daysOverdue }) : undefined}
        />
      ))}
    </>
  );
}
