import { useParams } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { Commands } from '../command/commands';
import { Go } from '../parts/go';
import { PartsOf } from '../parts/parts-of';
import { isAboveZero } from '../parts/sums';
import { whose } from '../parts/whose';
import { NotThere } from '../shell/not-there';
import { Page, Sheet } from '../shell/page';
import { Standing } from '../shell/standing';
import { useAnswerOf } from '../time/instant';
import { dayText } from '../words/formats';
import { PaymentAllocations } from './allocations.tab';
import { PaymentBack } from './back.tab';
import { PaymentFields } from './details.tab';
import { Equation } from './equation';
import { paymentCommands } from './payment.commands';
import styles from './payment.module.css';
import { type PaymentDetails, usePayment } from './use-payment';

/** Each lists what it needs of the payment. */
const TABS = { allocations: PaymentAllocations, back: PaymentBack, details: PaymentFields } as const;

export function Payment() {
  const t = useTranslations('payment');
  const locale = useLocale();
  const { id } = useParams({ from: '/payments/$id' });
  const { data, error, refetch } = usePayment(id);
  const payment = data?.body.id === id ? data.body : undefined;
  useAnswerOf(payment && { ...payment, hash: data?.head.hash });
  if (!payment)
    return (
      <NotThere
        title={t('list')}
        error={error}
        retry={() => void refetch()}
        unknown={t('notYet')}
        hint={t('notYetHint')}
      />
    );
  const { unapplied, currency } = payment;
  return (
    <Page
      title={t('title', { day: dayText(payment.receivedOn, locale) })}
      more={<Whose payment={payment} />}
      actions={
        <>
          {isAboveZero(unapplied) && (
            <Go
              to="/payments/apply"
              search={{ unapplied: '0.01..', currency, _peek: id }}
              className={styles.action}
            >
              {t('apply')}
            </Go>
          )}
          <Commands commands={paymentCommands(payment)} subject={payment} seen={data?.head.etag} first={3} />
        </>
      }
    >
      <Standing head={data!.head} />
      <Sheet>
        <Equation payment={payment} />
      </Sheet>
      <PartsOf
        label={t('tabList')}
        tabs={[
          ['allocations', t('tabs.allocations')],
          ['back', t('tabs.back')],
          ['details', t('tabs.details')],
        ]}
      >
        {(shown) => {
          const Shown = TABS[shown];
          return <Shown payment={payment} seen={data?.head.etag} />;
        }}
      </PartsOf>
    </Page>
  );
}

/** Whose money it is, and what the payer wrote. */
function Whose({ payment }: { payment: PaymentDetails }) {
  const { customerId, payerId, reference } = payment;
  const t = useTranslations('payment');
  const id = customerId ?? payerId;
  return (
    <span className={styles.muted}>
      {id === null ? (
        t('nobody')
      ) : (
        <Go to="/customers/$id" params={{ id }}>
          {whose(payment)}
        </Go>
      )}
      {reference !== null && ` · ${reference}`}
    </span>
  );
}
