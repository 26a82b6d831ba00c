import { useNavigate } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { answered, client } from '../api/client';
import { useList } from '../api/list';
import { useAllowed } from '../command/allowed';
import { BulkBar, MOST_AT_ONCE } from '../command/bulk-bar';
import { BULK_COMMANDS, type InvoiceRow, thingOf } from '../command/invoice-rows';
import { DENSITIES, useDensity } from '../parts/density';
import { Empty, Waiting } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { useChosen } from '../parts/grid/choosing';
import { type Column, Grid } from '../parts/grid/grid';
import { Status } from '../parts/status';
import { Trouble } from '../parts/trouble';
import { useAddress, useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import styles from './customer.module.css';
import type { CustomerDetails } from './use-customer';

/** What is open of the customer's invoices, the earliest due first. */
export function CustomerOpenItems({ customer: { id } }: { customer: CustomerDetails }) {
  const t = useTranslations('customer');
  const words = useTranslations('invoice');
  const navigate = useNavigate();
  const { search, change } = useAddress();
  const { time } = useTime();
  const { _sort: sort = 'agreedDueOn' } = search;
  const query = { customerId: id, open: '0.01..', sort, ...time };
  const columns = useItemColumns();
  const { rows, error, isPending } = useList<InvoiceRow>('/v1/invoices', query, ({ signal, ...page }) =>
    client.GET('/v1/invoices', { params: { query: { ...query, ...page } }, signal }),
  );
  const height = DENSITIES[useDensity()[0]];
  const { chosen, choose, clear } = useChosen<InvoiceRow>(JSON.stringify(query), (row) => row.id);
  const allowed = useAllowed(BULK_COMMANDS);
  const label = ({ number }: InvoiceRow): string => words('choose', { number });
  const chooseAll = async (): Promise<void> => {
    const all = { ...query, limit: MOST_AT_ONCE };
    const { body } = await answered(client.GET('/v1/invoices', { params: { query: all } }));
    choose(body.items, true);
  };
  if (isPending) return <Waiting label={t('tabs.open')} />;
  if (error) return <Trouble error={error} />;
  return (
    <>
      {rows.length === 0 && <Empty title={t('nothingOpen')} />}
      <BulkBar
        commands={allowed}
        things={[...chosen.values()].map(thingOf)}
        all={rows.more ? undefined : rows.length}
        {...{ chooseAll, clear }}
      />
      {rows.length > 0 && (
        <div
          className={styles.list}
          style={{ '--rows': rows.length, '--height': `${height}px` } as CSSProperties}
        >
          <Grid
            label={t('tabs.open')}
            rows={rows}
            columns={columns}
            sort={sort}
            onSort={(by) => change({ _sort: by })}
            idOf={(row) => row.id}
            choosing={allowed.length > 0 ? { chosen, choose, label } : undefined}
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

function useItemColumns(): Column<InvoiceRow>[] {
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
