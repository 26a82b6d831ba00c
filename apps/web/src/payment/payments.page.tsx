import { useNavigate } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import type { useList } from '../api/list';
import { Commands } from '../command/commands';
import { Waiting } from '../parts/empty';
import { Go } from '../parts/go';
import { Pairs } from '../parts/pairs';
import { Peek } from '../parts/peek';
import { SearchField } from '../parts/search-field';
import { Trouble } from '../parts/trouble';
import { ListPage } from '../shell/list-page';
import { askedOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { dayText } from '../words/formats';
import { Equation } from './equation';
import { PaymentGroups, usePaymentGroupings } from './payment.groups';
import { RECORD_PAYMENT, recordedIn } from './payment.commands';
import styles from './payment.module.css';
import { type PaymentRow, usePaymentColumns } from './payments.columns';
import { usePayment } from './use-payment';
import { PaymentSums, usePaymentChoices, usePaymentCounting, usePayments } from './use-payments';

export function Payments() {
  const { search } = useAddress();
  return search._group ? <PaymentGroups by={search._group} /> : <PaymentList />;
}

function PaymentList() {
  const t = useTranslations('payment');
  const navigate = useNavigate();
  const { search } = useAddress();
  const list = usePayments(search);
  return (
    <ListPage
      title={t('list')}
      list={list}
      columns={usePaymentColumns()}
      choices={usePaymentChoices()}
      counting={usePaymentCounting(askedOf(search))}
      groupings={usePaymentGroupings()}
      idOf={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/payments/$id', params: { id } })}
      csv={{ path: '/v1/payments', query: askedOf(search) }}
      sums={<PaymentSums search={search} to="/payments" />}
      actions={
        <>
          <SearchField hint={t('searchHint')} />
          <Go to="/payments/apply" search={{ unapplied: '0.01..' }} className={styles.action}>
            {t('apply')}
          </Go>
          <Commands
            commands={[RECORD_PAYMENT]}
            subject={null}
            onDone={({ body }) => void navigate({ to: '/payments/$id', params: { id: recordedIn(body) } })}
          />
        </>
      }
      panel={(id) => <PaymentPeek id={id} list={list} />}
    />
  );
}

function PaymentPeek({ id, list }: { id: string; list: ReturnType<typeof useList<PaymentRow>> }) {
  const t = useTranslations('payment');
  const parts = useTranslations('parts');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const { change } = useAddress();
  const { data, error } = usePayment(id);
  const payment = data?.body.id === id ? data.body : undefined;
  return (
    <Peek<PaymentRow>
      title={payment ? t('title', { day: dayText(payment.receivedOn, locale) }) : t('list')}
      rows={list.rows}
      is={(row) => row.id === id}
      onRow={(row) => change({ _peek: row?.id }, 'replace')}
    >
      {error && <Trouble error={error} />}
      {!payment && !error && <Waiting label={shell('loading')} />}
      {payment && (
        <>
          <Go to="/payments/$id" params={{ id }}>
            {parts('openPage')}
          </Go>
          <Equation payment={payment} look="list" />
          <Pairs
            pairs={[
              [t('customer'), payment.customerName ?? payment.customerId],
              [t('payer'), payment.payerName ?? payment.payerId],
              [t('reference'), payment.reference],
              [t('method'), payment.method],
              [t('source'), payment.source],
              [t('externalId'), payment.externalId],
            ]}
          />
        </>
      )}
    </Peek>
  );
}
