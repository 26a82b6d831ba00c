import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Figure } from '../parts/figure';
import { Go } from '../parts/go';
import { Sheet } from '../shell/page';
import { useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import styles from './overview.module.css';

/** The five customers who owe most past its due date, in one currency. */
export function Largest({ currency }: { currency: string }) {
  const t = useTranslations('overview');
  const locale = useLocale();
  const { time, day } = useTime();
  const query = { ...time, by: 'customer', sort: '-overdue', currency, limit: 5 } as const;
  const { data } = useAsk('/v1/reports/aging', query, (signal) =>
    client.GET('/v1/reports/aging', { params: { query }, signal }),
  );
  const owners = useOwners(data?.body.rows.flatMap(({ key }) => key ?? []) ?? []);
  const rows = (data?.body.rows ?? []).filter(({ overdue }) => /[1-9]/.test(overdue));
  if (rows.length === 0) return null;
  return (
    <Sheet title={`${t('largest')}, ${currency}`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('customer')}</th>
            <th scope="col" className={styles.number}>
              {t('overdue')}
            </th>
            <th scope="col" className={styles.number}>
              {t('open')}
            </th>
            <th scope="col">{t('owner')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, overdue, open }) => {
            const search = { customerId: key ?? undefined, currency, sort: '-open' };
            const row = { by: 'customer', currency } as const;
            return (
              <tr key={key}>
                <th scope="row">
                  <Go to="/invoices" search={{ ...search, open: '0.01..' }} title={dayText(day, locale)}>
                    {name ?? key}
                  </Go>
                </th>
                <td className={styles.number}>
                  <Figure value={{ amount: overdue }} explain={{ ...row, cell: `${key}/overdue` }} />
                </td>
                <td className={styles.number}>
                  <Figure value={{ amount: open }} explain={{ ...row, cell: `${key}/open` }} />
                </td>
                <td>{(key && owners.get(key)) ?? '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sheet>
  );
}

/** Who follows up, by the id of the customer. */
function useOwners(customers: readonly string[]): ReadonlyMap<string, string | null> {
  const { time } = useTime();
  // A comma parts the values of a filter: who has one in their id is left out.
  const ids = customers.filter((id) => !id.includes(','));
  const query = { ...time, id: ids.join(','), limit: Math.max(1, ids.length) };
  const { data } = useAsk(
    '/v1/customers',
    query,
    (signal) => client.GET('/v1/customers', { params: { query }, signal }),
    { enabled: ids.length > 0 },
  );
  return new Map((data?.body.items ?? []).map(({ id, ownerId }) => [id, ownerId]));
}
