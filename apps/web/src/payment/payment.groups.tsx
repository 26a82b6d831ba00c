import { useTranslations } from 'use-intl';
import { client } from '../api/client';
import type { Grouping } from '../parts/grouping';
import { GroupPage } from '../shell/group-page';
import { filtersOf } from '../time/search';
import { useAddress, useTime } from '../time/use-time';
import { PaymentSums, usePaymentChoices, usePaymentCounting } from './use-payments';

/** What payments can be put together by. */
export function usePaymentGroupings(): Grouping[] {
  const t = useTranslations('payment');
  return [
    ['customerId', t('customer')],
    ['method', t('method')],
    ['source', t('source')],
  ];
}

/** Payments by customer, method or source. */
export function PaymentGroups({ by }: { by: string }) {
  const t = useTranslations('payment');
  const { search } = useAddress();
  const { time } = useTime();
  const query = { ...filtersOf(search), ...time };
  return (
    <GroupPage
      title={t('list')}
      to="/payments"
      path="/v1/payments/groups"
      by={by}
      ask={(page, signal) =>
        client.GET('/v1/payments/groups', { params: { query: { ...query, ...page } }, signal })
      }
      amounts={(['received', 'allocated', 'pending', 'unapplied'] as const).map((name) => [name, t(name)])}
      wordOf={(value) => value}
      rowsOf={(value, currency) => ({ [by]: value, currency })}
      choices={usePaymentChoices()}
      counting={usePaymentCounting(query)}
      groupings={usePaymentGroupings()}
      sums={<PaymentSums search={search} to="/payments" />}
    />
  );
}
