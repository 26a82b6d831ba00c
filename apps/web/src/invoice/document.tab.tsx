import { useTranslations } from 'use-intl';
import { Amount } from '../parts/figure';
import { Empty } from '../parts/empty';
import { Pairs } from '../parts/pairs';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import styles from './invoices.module.css';
import type { InvoiceDetails } from './use-invoice';

/** What the invoice itself says: lines, tax, terms, work. */
export function InvoiceDocument({ invoice }: { invoice: InvoiceDetails }) {
  const t = useTranslations('invoice');
  const { lines, net, vat, total, currency, notes, work } = invoice;
  const sums = [
    [t('net'), net],
    [t('vat'), vat],
    [t('total'), total],
  ] as const;
  return (
    <>
      <Sheet title={t('lines')}>
        {lines.length === 0 && <Empty title={t('noLines')} />}
        {lines.length > 0 && (
          <Table
            label={t('lines')}
            heads={[t('description')]}
            figures={[t('quantity'), t('unitPrice'), t('vatRate'), t('amount')]}
          >
            {lines.map(({ description, quantity, unitPrice, vatRate, amount }, at) => (
              <tr key={at}>
                <td>{description}</td>
                <td data-figure>{quantity}</td>
                <td data-figure>{unitPrice}</td>
                <td data-figure>{vatRate}</td>
                <td data-figure>
                  <Amount amount={amount} />
                </td>
              </tr>
            ))}
          </Table>
        )}
        <div className={styles.sum}>
          <Pairs
            pairs={sums.map(([name, amount]): [string, React.ReactNode] => [
              name,
              amount !== null && <Amount amount={amount} currency={currency} />,
            ])}
          />
        </div>
      </Sheet>
      {notes && (
        <Sheet title={t('notes')}>
          <p className={styles.sum}>{notes}</p>
        </Sheet>
      )}
      {work && (
        <Sheet title={t('work')}>
          <p className={styles.sum}>
            {[work.project, work.milestone, work.deliveredOn].filter(Boolean).join(' · ')}
          </p>
        </Sheet>
      )}
    </>
  );
}
