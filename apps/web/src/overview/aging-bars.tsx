import { useTranslations } from 'use-intl';
import type { Cell } from '../parts/explanation';
import { Figure } from '../parts/figure';
import { isSome, shareOf } from '../parts/sums';
import styles from './overview.module.css';

interface Total {
  currency: string;
  open: string;
  buckets: Record<string, { count: number; amount: string }>;
}

/** One line a bucket: label, bar, amount and count. The figures are the table; the bars only show it. */
export function AgingBars({ total: { currency, open, buckets } }: { total: Total }) {
  const t = useTranslations('overview');
  return (
    <table className={styles.aging}>
      <caption className="unseen">{t('aging', { currency })}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('bucket')}</th>
          <th scope="col">{t('amount')}</th>
          <th scope="col">{t('invoices')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(buckets).map(([bucket, { count, amount }], at) => {
          const explain: Cell = { cell: `/${bucket}`, currency };
          return (
            <tr key={bucket}>
              <th scope="row">{bucket === 'not_due' ? t('notDue') : bucket.replace('-', '–')}</th>
              <td className={styles.barCell} aria-hidden="true">
                {isSome(amount) && (
                  <span
                    className={styles.bar}
                    data-bucket={Math.min(at, 4)}
                    style={{ width: `${Math.max(0, shareOf(amount, open)) / 10}%` }}
                  />
                )}
              </td>
              <td className={styles.number}>
                <Figure value={{ amount }} explain={explain} />
              </td>
              <td className={styles.number}>
                <Figure value={{ count }} explain={explain} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
