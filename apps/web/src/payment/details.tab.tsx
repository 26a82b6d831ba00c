import { useLocale, useTranslations } from 'use-intl';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { Pairs } from '../parts/pairs';
import { isSome } from '../parts/sums';
import { Sheet } from '../shell/page';
import { dayText } from '../words/formats';
import styles from './payment.module.css';
import type { PaymentPart } from './use-payment';

/** How it came, and what it is known by. */
export function PaymentFields({ payment }: PaymentPart) {
  const t = useTranslations('payment');
  const locale = useLocale();
  const { id, payerId, payerName, customerId, customerName, currency, received, cancelled } = payment;
  const customer = (one: string | null, name: string | null) =>
    one && (
      <Go to="/customers/$id" params={{ id: one }}>
        {name ?? one}
      </Go>
    );
  return (
    <Sheet title={t('tabs.details')}>
      <div className={styles.fields}>
        <Pairs
          pairs={[
            [t('receivedOn'), dayText(payment.receivedOn, locale)],
            [t('received'), <Amount key="received" amount={received} currency={currency} />],
            [t('cancelled'), isSome(cancelled) && <Amount amount={cancelled} currency={currency} />],
            [t('payer'), customer(payerId, payerName)],
            [t('customer'), customer(customerId, customerName)],
            [t('reference'), payment.reference],
            [t('method'), payment.method],
            [t('source'), payment.source],
            [t('externalId'), payment.externalId],
            [t('id'), id],
          ]}
        />
      </div>
    </Sheet>
  );
}
