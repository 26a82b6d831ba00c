import { useTranslations } from 'use-intl';
import { figureOf } from '../parts/explanation';
import { Figure } from '../parts/figure';
import { isSome } from '../parts/sums';
import styles from './payment.module.css';
import type { PaymentDetails } from './use-payment';

const PARTS = ['allocated', 'pending', 'refunded', 'returned', 'unapplied'] as const;

/** received = allocated + pending + refunded + returned + unapplied: each opens to the facts that made it. */
export function Equation({ payment, look = 'line' }: { payment: PaymentDetails; look?: 'line' | 'list' }) {
  const t = useTranslations('payment');
  const { currency, received, cancelled } = payment;
  const made = (column: string) => figureOf('payment', payment, column);
  return (
    <div className={look === 'line' ? styles.line : styles.lines}>
      <span>
        <Figure value={{ amount: received, currency }} explain={made('received')} size="large" />{' '}
        {t('sum.received')}
      </span>
      {PARTS.filter((part) => part === 'allocated' || part === 'unapplied' || isSome(payment[part])).map(
        (part, at) => (
          <span key={part}>
            {at === 0 ? '=' : '+'}{' '}
            <Figure value={{ amount: payment[part] }} explain={made(part)} label={t(part)} />{' '}
            {t(`sum.${part}`)}
          </span>
        ),
      )}
      {isSome(cancelled) && (
        <span>
          <Figure value={{ amount: cancelled, currency }} explain={made('cancelled')} /> {t('sum.cancelled')}
        </span>
      )}
    </div>
  );
}
