import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { SearchField } from '../parts/search-field';
import { ListPage } from '../shell/list-page';
import { useAddress } from '../time/use-time';
import { Application } from './application';
import { usePaymentColumns } from './payments.columns';
import { PaymentSums, usePaymentChoices, usePayments } from './use-payments';

const SHOWN = ['receivedOn', 'customerName', 'reference', 'unapplied', 'currency'];

/** Money that settles nothing yet: whose it is, what it settles, what of the rest. */
export function Apply() {
  const t = useTranslations('payment');
  const navigate = useNavigate();
  const { search } = useAddress();
  const asked = { unapplied: '0.01..', ...search };
  const list = usePayments(asked);
  return (
    <ListPage
      title={t('apply')}
      list={list}
      columns={usePaymentColumns().filter(({ id }) => SHOWN.includes(id))}
      choices={usePaymentChoices()}
      idOf={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '.', search: { ...search, _peek: id } as never })}
      sums={<PaymentSums search={asked} to="/payments/apply" />}
      actions={<SearchField hint={t('searchHint')} />}
      panel={(id) => <Application id={id} rows={list.rows} />}
    />
  );
}
