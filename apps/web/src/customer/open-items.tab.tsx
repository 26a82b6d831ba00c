import { useNavigate } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { client } from '../api/client';
import { useList } from '../api/list';
import type { paths } from '../api/schema';
import { Empty, Waiting } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { type Column, Grid } from '../parts/grid/grid';
import { Status } from '../parts/status';
import { Trouble } from '../parts/trouble';
import { useAddress, useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import styles from './customer.module.css';
import type { CustomerDetails } from './use-customer';

type Item = paths['/v1/invoices']['get']['responses'][200]['content']['application/json']['items'][number];

/** What is open of the customer's invoices, the earliest due first. */
export function CustomerOpenItems({ customer: { id } }: { customer: CustomerDetails }) {
  const t = useTranslations('customer');
  const navigate = useNavigate();
  const { search, change } = useAddress();
  const { time } = useTime();
  const { _sort: sort = 'agreedDueOn' } = search;
  const query = { customerId: id, open: '0.01..', sort, ...time };
  const columns = useItemColumns();
  const { rows, error, isPending } = useList<Item>('/v1/invoices', query, ({ signal, ...page }) =>
    client.GET('/v1/invoices', { params: { query: { ...query, ...page } }, signal }),
  );
  if (isPending) return <Waiting label={t('tabs.open')} />;
  if (error) return <Trouble error={error} />;
  return (
    <>
      {rows.length === 0 && <Empty title={t('nothingOpen')} />}
      {rows.length > 0 && (
        <div className={styles.list} style={{ '--rows': rows.length } as CSSProperties}>
          <Grid
            label={t('tabs.open')}
            rows={rows}
            columns={columns}
            sort={sort}
            onSort={(by) => change({ _sort: by })}
            idOf={(row) => row.id}
            onOpen={(row) => void navigate({ to: '/invoices/$id', params: { id: row.id } })}
          />
        </div>
      )}
      <p>
        <Go to="/invoices" search={{ customerId: id }}>
          {t('allInvoices')}
        </Go>
      </p>
    </>
  );
}

function useItemColumns(): Column<Item>[] {
  const t = useTranslations('customer');
  const words = useTranslations('status');
  const locale = useLocale();
  return [
    {
      ...{ id: 'number', title: t('number'), width: 140, grows: true, sorts: true, narrow: 1 },
      cell: ({ id, number }) => (
        <Go to="/invoices/$id" params={{ id }}>
          {number}
        </Go>
      ),
    },
    {
      ...{ id: 'issuedOn', title: t('issuedOn'), width: 124, sorts: true },
      cell: ({ issuedOn }) => dayText(issuedOn, locale),
    },
    {
      ...{ id: 'agreedDueOn', title: t('agreedDueOn'), width: 150, sorts: true, narrow: 2 },
      cell: ({ agreedDueOn, dueOn }) => `${dayText(agreedDueOn, locale)}${agreedDueOn === dueOn ? '' : ' ↷'}`,
    },
    {
      ...{ id: 'daysOverdue', title: t('status'), width: 170, sorts: true, narrow: 2 },
      cell: ({ overdue, timing, daysOverdue }) => (
        <Status
          of={overdue ? 'overdue' : timing === 'due-today' ? 'dueToday' : 'due'}
          more={overdue ? words('daysLate', { days: daysOverdue }) : undefined}
        />
      ),
    },
    {
      ...{ id: 'total', title: t('total'), width: 120, align: 'end', sorts: true },
      cell: ({ total }) => <Amount amount={total} />,
    },
    {
      ...{ id: 'open', title: t('open'), width: 120, align: 'end', sorts: true, narrow: 1 },
      cell: ({ open }) => <Amount amount={open} />,
    },
    {
      ...{ id: 'currency', title: t('currency'), width: 84, sorts: true },
      cell: ({ currency }) => currency,
    },
  ];
}
