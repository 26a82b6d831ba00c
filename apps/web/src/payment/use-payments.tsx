import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useList } from '../api/list';
import type { Counting } from '../parts/facet-values';
import { Figure } from '../parts/figure';
import type { FilterChoice } from '../parts/filter-choice';
import type { Path } from '../parts/go';
import { isSome } from '../parts/sums';
import { askedOf, filtersOf, type Search } from '../time/search';
import { useTime } from '../time/use-time';
import type { PaymentQuery, PaymentRow } from './payments.columns';

/** Payments as an address asks for them. */
export function usePayments(search: Search) {
  const query: PaymentQuery = askedOf(search);
  return useList<PaymentRow>('/v1/payments', query, ({ signal, ...page }) =>
    client.GET('/v1/payments', { params: { query: { ...query, ...page } }, signal }),
  );
}

/** How many payments match, and what of them settles nothing, of each currency. */
export function PaymentSums({ search, to }: { search: Search; to: Path }) {
  const t = useTranslations('payment');
  const { time } = useTime();
  const filters = filtersOf(search);
  const query: PaymentQuery = { ...filters, ...time };
  const { data } = useAsk('/v1/payments/summary', query, (signal) =>
    client.GET('/v1/payments/summary', { params: { query }, signal }),
  );
  if (!data) return null;
  const { count, currencies } = data.body;
  return (
    <>
      <span>
        <Figure value={{ count }} explain={{ to, search: filters }} /> {t('countOf', { count })}
      </span>
      {currencies
        .filter(({ unapplied }) => isSome(unapplied))
        .map(({ currency, unapplied }) => (
          <span key={currency}>
            {t('unapplied')}{' '}
            <Figure
              value={{ amount: unapplied, currency }}
              explain={{ to, search: { ...filters, currency, sort: '-unapplied' } }}
            />
          </span>
        ))}
    </>
  );
}

/** How many payments have which value of a filter. */
export function usePaymentCounting({
  sort: _sort,
  limit: _limit,
  cursor: _cursor,
  ...query
}: PaymentQuery): Counting {
  const path = '/v1/payments/facets';
  return {
    ...{ path, asked: query },
    ask: (of, signal) => client.GET(path, { params: { query: { ...query, of } }, signal }),
  };
}

/** What can be filtered by, as the API names it. */
export function usePaymentChoices(): FilterChoice[] {
  const t = useTranslations('payment');
  return [
    { name: 'unapplied', title: t('unapplied') },
    { name: 'received', title: t('received') },
    { name: 'pending', title: t('pending') },
    { name: 'receivedOn', title: t('receivedOn'), hint: '2026-01-01..2026-03-31' },
    { name: 'customerId', title: t('customer'), hint: 'C-100', facet: true },
    { name: 'payerId', title: t('payer'), hint: 'C-100' },
    { name: 'currency', title: t('currency'), hint: 'EUR', facet: true },
    { name: 'method', title: t('method'), hint: 'transfer', facet: true },
    { name: 'source', title: t('source'), hint: 'bank', facet: true },
    { name: 'payerAccount', title: t('payerAccount'), hint: 'IT60X0542811101000000123456' },
    { name: 'refunded', title: t('refunded') },
    { name: 'returned', title: t('returned') },
  ];
}
