import { useLocale, useTranslations } from 'use-intl';
import type { paths } from '../api/schema';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { isSome } from '../parts/sums';
import { whose } from '../parts/whose';
import { amountText, dayText } from '../words/formats';

export type PaymentQuery = NonNullable<paths['/v1/payments']['get']['parameters']['query']>;
export type PaymentRow =
  paths['/v1/payments']['get']['responses'][200]['content']['application/json']['items'][number];

/** A row is the payment itself: its day leads to the page, where its parts open to what they are made of. */
export function usePaymentColumns(): Column<PaymentRow>[] {
  const t = useTranslations('payment');
  const locale = useLocale();
  return [
    {
      ...{ id: 'receivedOn', title: t('receivedOn'), width: 124, sorts: true, narrow: 2 },
      cell: (payment) => (
        <Go to="/payments/$id" params={{ id: payment.id }} label={said(payment, t, locale)}>
          {dayText(payment.receivedOn, locale)}
        </Go>
      ),
    },
    {
      ...{
        id: 'customerName',
        title: t('customer'),
        filter: 'customerId',
        width: 150,
        grows: true,
        sorts: true,
        narrow: 1,
      },
      csv: ['customerId', 'customerName'],
      cell: (payment) => whose(payment) ?? t('nobody'),
    },
    {
      ...{ id: 'reference', title: t('reference'), width: 160, grows: true, sorts: true },
      cell: ({ reference }) => reference ?? '–',
    },
    {
      ...{ id: 'payerName', title: t('payer'), filter: 'payerId', width: 150, sorts: true, hidden: true },
      csv: ['payerId', 'payerName'],
      cell: ({ payerName, payerId }) => payerName ?? payerId ?? '–',
    },
    {
      ...{ id: 'source', title: t('source'), width: 120, sorts: true, hidden: true },
      cell: ({ source }) => source ?? '–',
    },
    {
      ...{ id: 'method', title: t('method'), width: 120, sorts: true },
      cell: ({ method }) => method ?? '–',
    },
    {
      ...{ id: 'received', title: t('received'), width: 120, align: 'end', sorts: true, narrow: 1 },
      cell: ({ received, cancelled }) => (isSome(cancelled) ? t('cancelled') : <Amount amount={received} />),
      narrowCell: ({ received, cancelled, currency }) =>
        isSome(cancelled) ? t('cancelled') : <Amount amount={received} currency={currency} />,
    },
    {
      ...{ id: 'allocated', title: t('allocated'), width: 120, align: 'end', sorts: true },
      cell: ({ allocated }) => <Amount amount={allocated} />,
    },
    {
      ...{ id: 'unapplied', title: t('unapplied'), width: 120, align: 'end', sorts: true, narrow: 2 },
      cell: ({ unapplied }) => <Amount amount={unapplied} />,
      // Without its title a figure says what it is of; nothing is said of money that settled all it could.
      narrowCell: ({ unapplied }) =>
        isSome(unapplied) && (
          <>
            {t('unapplied')} <Amount amount={unapplied} />
          </>
        ),
    },
    ...(['pending', 'refunded', 'returned'] as const).map((of): Column<PaymentRow> => ({
      ...{ id: of, title: t(of), width: 120, align: 'end', sorts: true, hidden: true },
      cell: (payment) => <Amount amount={payment[of]} />,
    })),
    {
      ...{ id: 'currency', title: t('currency'), width: 76, sorts: true },
      cell: ({ currency }) => currency,
    },
  ];
}

/** `Payment of 5 Mar 2026, 520.00 EUR` */
export const said = (
  { receivedOn, received, currency }: Pick<PaymentRow, 'receivedOn' | 'received' | 'currency'>,
  t: ReturnType<typeof useTranslations<'payment'>>,
  locale: string,
): string => t('said', { day: dayText(receivedOn, locale), amount: amountText(received, locale), currency });
