import { useTranslations } from 'use-intl';
import { useColumnWord } from '../parts/column-word';
import { Figure } from '../parts/figure';
import { isSome } from '../parts/sums';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import { useAddress } from '../time/use-time';
import { type AgingAnswer, totalCell } from './aging.question';
import styles from './reporting.module.css';

type Total = AgingAnswer['currencies'][number];

/** All rows, a line a currency, and below it what the control is held against. */
export function AgingTotals({ totals }: { totals: Total[] }) {
  const t = useTranslations('reporting.aging');
  const word = useColumnWord();
  const { search } = useAddress();
  const [first] = totals;
  if (!first) return null;
  const buckets = Object.keys(first.buckets);
  const figure = (total: Total, column: string, amount: string) => (
    <Figure value={{ amount }} explain={totalCell(search, total.currency, column)} />
  );
  return (
    <Sheet>
      <div className={styles.totals}>
        <Table
          label={t('totals')}
          heads={[t('total')]}
          figures={[...buckets.map(word), word('open'), word('overdue')]}
        >
          {totals.map((total) => (
            <tr key={total.currency}>
              <th scope="row">{total.currency}</th>
              {buckets.map((bucket) => (
                <td key={bucket} data-figure data-label={word(bucket)}>
                  {figure(total, bucket, total.buckets[bucket]?.amount ?? '0')}
                </td>
              ))}
              <td data-figure data-label={word('open')} className={styles.sum}>
                {figure(total, 'open', total.open)}
              </td>
              <td data-figure data-label={word('overdue')}>
                {figure(total, 'overdue', total.overdue)}
              </td>
            </tr>
          ))}
        </Table>
      </div>
      {totals.map((total) => (
        <Control key={total.currency} total={total} />
      ))}
    </Sheet>
  );
}

/** open − unapplied − pending − credit notes = control, with what is not nothing. */
function Control({ total }: { total: Total }) {
  const t = useTranslations('reporting.aging');
  const word = useColumnWord();
  const { search } = useAddress();
  const { currency, balanced, control, open } = total;
  const figure = (column: 'unapplied' | 'pending' | 'credits' | 'extended' | 'disputed', sign = '') => {
    const amount = total[column] ?? '0';
    if (!isSome(amount)) return null;
    return (
      <span>
        {sign}
        {word(column)} <Figure value={{ amount }} explain={totalCell(search, currency, column)} />
      </span>
    );
  };
  return (
    <p className={styles.control}>
      <span>
        {currency} {word('open')}{' '}
        <Figure value={{ amount: open }} explain={totalCell(search, currency, 'open')} />
      </span>
      {figure('unapplied', '− ')}
      {figure('pending', '− ')}
      {figure('credits', '− ')}
      <span>
        = {word('control')}{' '}
        <Figure value={{ amount: control }} explain={totalCell(search, currency, 'control')} />{' '}
        {balanced ? `✓\uFE0E ${t('balanced')}` : `✗\uFE0E ${t('unbalanced')}`}
      </span>
      {figure('disputed')}
      {figure('extended')}
    </p>
  );
}
