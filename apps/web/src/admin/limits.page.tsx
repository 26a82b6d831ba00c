import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Commands } from '../command/commands';
import { Waiting } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { Page, Sheet } from '../shell/page';
import { Standing } from '../shell/standing';
import { useAnswerOf } from '../time/instant';
import { useTime } from '../time/use-time';
import { AdminParts } from './admin.parts';
import styles from './admin.module.css';
import { ALLOW_TOGETHER, type Duty, KEEP_APART, type Limit, SET_LIMIT } from './limits.commands';

/** Limits that are numbers of days; the others are amounts by currency. */
const OF_DAYS = ['backDatingDays', 'extensionDays'] as const;
/** In this order, as the API names them. */
const LIMITS = [
  ...(['writeOffSecondPersonFrom', 'writeOffPerCustomerYear'] as const),
  ...(['tolerancePerInvoice', 'tolerancePerCustomerYear', 'toleranceSecondPersonFrom'] as const),
  ...(['earlyPaymentDiscountSecondPersonFrom', 'bankChargeSecondPersonFrom'] as const),
  ...(['withheldTaxSecondPersonFrom', 'setOffSecondPersonFrom', 'splitPaymentSecondPersonFrom'] as const),
  ...(['redenominationSecondPersonFrom', ...OF_DAYS] as const),
];

/** What needs a second person, what is too much, and what one person may not combine. */
export function Limits() {
  const t = useTranslations('admin');
  const { time } = useTime();
  const { data, error, refetch } = useAsk('/v1/settings/limits', { ...time }, (signal) =>
    client.GET('/v1/settings/limits', { params: { query: time }, signal }),
  );
  useAnswerOf(data && { ...data.body, hash: data.head.hash });
  return (
    <Page title={t('limits')}>
      <div>
        <AdminParts />
        {data && <Standing head={data.head} />}
      </div>
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting label={t('limits')} />}
      {data && (
        <Sheet title={t('limitsOf')}>
          <Table label={t('limits')} heads={[t('limit'), t('value')]} acts={t('change')}>
            {LIMITS.map((name) => {
              const value = data.body[name];
              const isDays = (OF_DAYS as readonly string[]).includes(name);
              const limit: Limit = { name, of: isDays ? 'days' : 'amounts', value };
              return (
                <tr key={name}>
                  <td>{t(`limitWords.${name}`)}</td>
                  <td>
                    <Value limit={limit} />
                  </td>
                  <td data-figure>
                    <Commands commands={[SET_LIMIT]} subject={limit} of={name} look="quiet" />
                  </td>
                </tr>
              );
            })}
          </Table>
        </Sheet>
      )}
      <Duties />
    </Page>
  );
}

function Value({ limit: { name, value } }: { limit: Limit }) {
  const t = useTranslations('admin');
  if (value === null) {
    // Of tolerance nothing is allowed until somebody says how much.
    return <span className={styles.muted}>{name === 'tolerancePerInvoice' ? t('none') : t('noLimit')}</span>;
  }
  if (typeof value === 'number') return t('days', { count: value });
  return (
    <ul className={styles.list}>
      {Object.entries(value).map(([currency, amount]) => (
        <li key={currency}>
          <Amount amount={amount} currency={currency} />
        </li>
      ))}
    </ul>
  );
}

/** What one person may not combine on one document. */
function Duties() {
  const t = useTranslations('admin');
  const choice = useTranslations('command.choice');
  const { time } = useTime();
  const { data, error, refetch } = useAsk('/v1/settings/duties', { ...time }, (signal) =>
    client.GET('/v1/settings/duties', { params: { query: time }, signal }),
  );
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting label={t('duties')} />;
  const pairs = data.body.pairs as Duty[][];
  return (
    <Sheet title={t('duties')}>
      <div className={styles.body}>
        <p>{t('always')}</p>
        <ul className={styles.list}>
          {pairs.map((pair) => (
            <li key={pair.join(' ')} className={styles.acts}>
              {t('apart', { one: choice(pair[0]!), other: choice(pair[1]!) })}{' '}
              <Commands
                commands={[ALLOW_TOGETHER]}
                subject={{ pairs, pair }}
                of={pair.join('.')}
                look="quiet"
              />
            </li>
          ))}
        </ul>
        {pairs.length === 0 && <p className={styles.muted}>{t('noPairs')}</p>}
        <div className={styles.acts} data-screen-only>
          <Commands commands={[KEEP_APART]} subject={{ pairs }} of="new" />
        </div>
      </div>
    </Sheet>
  );
}
