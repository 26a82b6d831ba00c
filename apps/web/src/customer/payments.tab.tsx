import { useNavigate } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useList } from '../api/list';
import type { paths } from '../api/schema';
import { DENSITIES, useDensity } from '../parts/density';
import { Empty, Waiting } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { type Column, Grid } from '../parts/grid/grid';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { Sheet } from '../shell/page';
import { useAddress, useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import styles from './customer.module.css';
import type { CustomerDetails } from './use-customer';

type Item = paths['/v1/payments']['get']['responses'][200]['content']['application/json']['items'][number];

/** Money that is or was the customer's, the latest first; and what is left of credit notes. */
export function CustomerPayments({ customer: { id } }: { customer: CustomerDetails }) {
  const t = useTranslations('customer');
  const height = DENSITIES[useDensity()[0]];
  const navigate = useNavigate();
  const { search, change } = useAddress();
  const { time } = useTime();
  const { _sort: sort = '-receivedOn' } = search;
  const query = { customerId: id, sort, ...time };
  const columns = useItemColumns();
  const { rows, error, isPending } = useList<Item>('/v1/payments', query, ({ signal, ...page }) =>
    client.GET('/v1/payments', { params: { query: { ...query, ...page } }, signal }),
  );
  if (isPending) return <Waiting label={t('tabs.payments')} />;
  if (error) return <Trouble error={error} />;
  return (
    <>
      {rows.length === 0 && <Empty title={t('noPayments')} />}
      {rows.length > 0 && (
        <div
          className={styles.list}
          style={{ '--rows': rows.length, '--height': `${height}px` } as CSSProperties}
        >
          <Grid
            label={t('tabs.payments')}
            rows={rows}
            columns={columns}
            sort={sort}
            onSort={(by) => change({ _sort: by })}
            idOf={(row) => row.id}
            onOpen={(row) => void navigate({ to: '/payments/$id', params: { id: row.id } })}
          />
        </div>
      )}
      <Credits id={id} />
    </>
  );
}

/** Credit notes that are shown; the palette finds each by its number. */
const MOST = 100;

/** Credit notes, the latest first: what is left of them lowers the balance beside money. */
function Credits({ id }: { id: string }) {
  const t = useTranslations('customer');
  const parts = useTranslations('parts');
  const locale = useLocale();
  const { time } = useTime();
  const query = { customerId: id, sort: '-issuedOn', limit: MOST, ...time };
  const { data } = useAsk('/v1/credit-notes', query, (signal) =>
    client.GET('/v1/credit-notes', { params: { query }, signal }),
  );
  if (!data || data.body.items.length === 0) return null;
  return (
    <Sheet title={t('creditNotes')}>
      <Table
        label={t('creditNotes')}
        heads={[t('number'), t('issuedOn'), t('reason')]}
        figures={[t('total'), t('left')]}
      >
        {data.body.items.map(
          ({ id: noteId, number, issuedOn, reason, reasonCode, total, onAccount, currency }) => (
            <tr key={noteId}>
              <td>
                <Go to="/credit-notes/$id" params={{ id: noteId }}>
                  {number}
                </Go>
              </td>
              <td data-short>{dayText(issuedOn, locale)}</td>
              <td>{reason ?? reasonCode}</td>
              <td data-figure>
                <Amount amount={total} currency={currency} />
              </td>
              <td data-figure>
                <Amount amount={onAccount} currency={currency} />
              </td>
            </tr>
          ),
        )}
      </Table>
      {data.body.next !== null && <p className={styles.latest}>{parts('latest', { count: String(MOST) })}</p>}
    </Sheet>
  );
}

function useItemColumns(): Column<Item>[] {
  const t = useTranslations('customer');
  const locale = useLocale();
  const amounts = ['received', 'allocated', 'unapplied'] as const;
  return [
    {
      ...{ id: 'receivedOn', title: t('receivedOn'), width: 140, sorts: true, narrow: 1 },
      cell: ({ id, receivedOn }) => (
        <Go to="/payments/$id" params={{ id }}>
          {dayText(receivedOn, locale)}
        </Go>
      ),
    },
    {
      ...{ id: 'reference', title: t('reference'), width: 160, grows: true, sorts: true, narrow: 2 },
      cell: ({ reference }) => reference ?? '–',
    },
    ...amounts.map((of): Column<Item> => ({
      ...{ id: of, title: t(of), width: 124, align: 'end', sorts: true },
      ...(of === 'received' && { narrow: 1 }),
      ...(of === 'unapplied' && { narrow: 2 }),
      cell: (row) => <Amount amount={row[of]} />,
    })),
    {
      ...{ id: 'currency', title: t('currency'), width: 84, sorts: true },
      cell: ({ currency }) => currency,
    },
  ];
}
