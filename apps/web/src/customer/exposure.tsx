import { useTranslations } from 'use-intl';
import { type Explanation, figureOf } from '../parts/explanation';
import { Amount, Figure } from '../parts/figure';
import { Empty } from '../parts/empty';
import { less } from '../parts/sums';
import type { Balance } from './customers.columns';
import styles from './customer.module.css';
import type { CustomerDetails } from './use-customer';

const isSome = (amount: string | undefined): amount is string => amount !== undefined && /[1-9]/.test(amount);

/** What of theirs is held. */
const HELD = ['unapplied', 'pending', 'credits'] as const;

/** What the customer owes in all, a line a currency: open − unapplied − pending − credits = balance. */
export function Exposure({ customer, look = 'line' }: { customer: CustomerDetails; look?: 'line' | 'list' }) {
  const t = useTranslations('customer');
  const { balances, creditLimit = {} } = customer;
  const currencies = [...new Set([...balances.map(({ currency }) => currency), ...Object.keys(creditLimit)])];
  if (currencies.length === 0) return <Empty title={t('nothingOwed')} />;
  return currencies.map((currency) => (
    <Owed
      key={currency}
      id={customer.id}
      currency={currency}
      balance={balances.find((one) => one.currency === currency)}
      limit={creditLimit[currency]}
      look={look}
    />
  ));
}

interface OwedProps {
  id: string;
  currency: string;
  balance?: Balance;
  limit?: string;
  look: 'line' | 'list';
}

function Owed({ id, currency, balance, limit, look }: OwedProps) {
  const t = useTranslations('customer');
  const made = (column: string) => figureOf('customer', { id, currency }, column);
  const taken = HELD.filter((part) => isSome(balance?.[part]));
  const within = balance?.open ?? '0.00';
  return (
    <div className={look === 'line' ? styles.line : styles.lines}>
      {balance && (
        <>
          <span>
            <Figure value={{ amount: balance.open, currency }} explain={made('open')} size="large" />{' '}
            {t('sum.open')}
          </span>
          {taken.map((part) => (
            <span key={part}>
              − <Figure value={{ amount: balance[part] ?? '0' }} explain={made(part)} label={t(part)} />{' '}
              {t(`sum.${part}`)}
            </span>
          ))}
          {taken.length > 0 && (
            <span>
              ={' '}
              <Figure
                value={{ amount: balance.balance, currency }}
                explain={made('balance')}
                label={t('balance')}
              />{' '}
              {t('sum.balance')}
            </span>
          )}
          {isSome(balance.overdue) && (
            <span className={styles.overdue}>
              <span aria-hidden="true">●&#xFE0E;</span>{' '}
              <Figure value={{ amount: balance.overdue, currency }} explain={made('overdue')} />{' '}
              {t('sum.overdue')}
            </span>
          )}
          {isSome(balance.disputed) && (
            <span>
              <span aria-hidden="true">⚖&#xFE0E;</span>{' '}
              <Figure value={{ amount: balance.disputed, currency }} explain={made('disputed')} />{' '}
              {t('sum.disputed')}
            </span>
          )}
        </>
      )}
      {limit !== undefined && (
        <span className={styles.muted}>
          {t('limit')} <Amount amount={limit} currency={currency} /> ·{' '}
          <Room left={less(limit, balance?.balance ?? within)} currency={currency} explain={made('room')} />
        </span>
      )}
    </div>
  );
}

/** How much more they may owe, or how far they are over it. */
function Room({ left, currency, explain }: { left: string; currency: string; explain: Explanation }) {
  const t = useTranslations('customer');
  const isOver = left.startsWith('-');
  return (
    <span className={isOver ? styles.overdue : undefined}>
      <Figure value={{ amount: isOver ? left.slice(1) : left, currency }} explain={explain} />{' '}
      {t(isOver ? 'overLimit' : 'leftOfLimit')}
    </span>
  );
}
