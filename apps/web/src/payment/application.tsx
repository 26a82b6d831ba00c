import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useMay } from '../api/session';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Empty, Waiting } from '../parts/empty';
import { Go } from '../parts/go';
import type { Rows } from '../parts/grid/grid';
import { Peek } from '../parts/peek';
import { Trouble } from '../parts/trouble';
import { isAboveZero } from '../parts/sums';
import { whose } from '../parts/whose';
import { useAddress, useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import styles from './apply.module.css';
import { ByHand } from './by-hand';
import { Equation } from './equation';
import { type Answered, Outcomes } from './outcomes';
import type { PaymentRow } from './payments.columns';
import { Proposals } from './proposals';
import { type PaymentDetails, usePayment } from './use-payment';

/** One payment beside the list: what could be done with it, and what was done just now. */
export function Application({ id, rows }: { id: string; rows: Rows<PaymentRow> }) {
  const t = useTranslations('payment');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const { change } = useAddress();
  const { data, error } = usePayment(id);
  const payment = data?.body.id === id ? data.body : undefined;
  return (
    <Peek<PaymentRow>
      title={payment ? t('title', { day: dayText(payment.receivedOn, locale) }) : t('apply')}
      rows={rows}
      is={(row) => row.id === id}
      onRow={(row) => change({ _peek: row?.id, _q: undefined }, 'replace')}
      size="wide"
    >
      {error && <Trouble error={error} />}
      {!payment && !error && <Waiting label={shell('loading')} />}
      {payment && <Whole payment={payment} seen={data?.head.etag} />}
    </Peek>
  );
}

function Whole({ payment, seen }: { payment: PaymentDetails; seen?: string }) {
  const t = useTranslations('payment');
  const apply = useTranslations('apply');
  const parts = useTranslations('parts');
  const { state } = useTime();
  const may = useMay('POST /v1/payments/{id}/allocations');
  const [answered, setAnswered] = useState<Answered>();
  const { id, customerId, reference, unapplied } = payment;
  return (
    <>
      <p className={styles.whose}>
        <Go to="/payments/$id" params={{ id }}>
          {parts('openPage')}
        </Go>
        {customerId === null ? (
          <span>{whose(payment) ?? t('nobody')}</span>
        ) : (
          <Go to="/customers/$id" params={{ id: customerId }}>
            {whose(payment)}
          </Go>
        )}
        {reference && <q>{reference}</q>}
      </p>
      <Equation payment={payment} look="list" />
      <p className={styles.narrow}>{apply('wider')}</p>
      {answered && <Outcomes answered={answered} payment={payment} />}
      {state === 'known-at' && <ActNow />}
      {state !== 'known-at' && isAboveZero(unapplied) && (
        <div className={styles.work}>
          <Proposals payment={payment} seen={seen} onAnswer={setAnswered} />
          {may && <ByHand key={unapplied} payment={payment} seen={seen} onAnswer={setAnswered} />}
        </div>
      )}
      {!isAboveZero(unapplied) && !answered && <Empty title={apply('nothingFree')} />}
    </>
  );
}

/** What could be done is judged by how things stand now. */
function ActNow() {
  const t = useTranslations('time');
  const { change } = useAddress();
  return (
    <Banner kind="past">
      {t('readOnly')}
      <Button onPress={() => change({ asOf: undefined, knownAt: undefined, known: undefined })}>
        {t('actNow')}
      </Button>
    </Banner>
  );
}
