import { useLocale, useTranslations } from 'use-intl';
import type { paths } from '../api/schema';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { dayText } from '../words/formats';
import styles from './customer.module.css';

export type CustomerQuery = NonNullable<paths['/v1/customers']['get']['parameters']['query']>;
export type CustomerRow =
  paths['/v1/customers']['get']['responses'][200]['content']['application/json']['items'][number];
export type Balance = CustomerRow['balances'][number];

/** Columns of amounts: one for each currency, and never compared across two. */
export const AMOUNTS = ['open', 'overdue', 'unapplied', 'balance'] as const;

/**
 * A row is the customer itself: the name leads to the page.
 * @param currency the one whose amounts alone are shown, so that they can be put in order
 */
export function useCustomerColumns(currency: string | undefined): Column<CustomerRow>[] {
  const t = useTranslations('customer');
  const locale = useLocale();
  const width = currency === undefined ? 190 : 130;
  return [
    { id: 'id', title: t('id'), width: 120, sorts: true, narrow: 2, cell: ({ id }) => id },
    {
      ...{ id: 'name', title: t('name'), width: 180, grows: true, sorts: true, narrow: 1 },
      cell: ({ id, name }) => (
        <Go to="/customers/$id" params={{ id }}>
          {name ?? id}
        </Go>
      ),
    },
    { id: 'ownerId', title: t('owner'), width: 130, sorts: true, cell: ({ ownerId }) => ownerId ?? '–' },
    {
      ...{ id: 'segment', title: t('segment'), width: 140, sorts: true, hidden: true },
      cell: ({ segment }) => segment ?? '–',
    },
    {
      ...{ id: 'registeredOn', title: t('registeredOn'), width: 124, sorts: true, hidden: true },
      cell: ({ registeredOn }) => dayText(registeredOn, locale),
    },
    ...AMOUNTS.map((of): Column<CustomerRow> => ({
      ...{ id: of, title: t(of), width, align: 'end', sorts: true },
      ...(of === 'open' && { narrow: 1, csv: ['balanceCurrency', 'open'] }),
      ...(of === 'overdue' && { narrow: 2 }),
      cell: ({ balances }) => <Amounts of={of} balances={balances} currency={currency} />,
    })),
  ];
}

/** What of each currency is not nothing; of one currency alone also nothing. */
function Amounts(props: { of: (typeof AMOUNTS)[number]; balances: Balance[]; currency?: string }) {
  const { of, balances, currency } = props;
  const shown = balances.filter((one) =>
    currency === undefined ? /[1-9]/.test(one[of]) : one.currency === currency,
  );
  if (shown.length === 0) return '–';
  return (
    <span className={styles.amounts}>
      {shown.map((balance) => (
        <Amount key={balance.currency} amount={balance[of]} currency={balance.currency} />
      ))}
    </span>
  );
}
