import { useTranslations } from 'use-intl';
import { Banner } from '../parts/banner';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { Table } from '../parts/table';
import styles from './apply.module.css';
import { Outcome } from '../parts/outcome';
import type { PaymentDetails } from './use-payment';

/** What the API said to an allocation. */
export interface Answered {
  allocations: {
    allocationId: string;
    invoiceId: string;
    requested: string;
    applied: string;
    status: string;
    code?: string;
  }[];
  unapplied: string;
  /** Of the fact, where the answer says it. */
  position?: string;
}

/** What each invoice answered: never one word for many outcomes. */
export function Outcomes({ answered, payment }: { answered: Answered; payment: PaymentDetails }) {
  const t = useTranslations('apply');
  const words = useTranslations('payment');
  const { allocations, position, unapplied } = answered;
  const numberOf = (id: string): string =>
    payment.allocations.find(({ invoiceId }) => invoiceId === id)?.number ?? '…';
  return (
    <section aria-label={t('outcome')} className={styles.part}>
      <Banner kind="info">{t('recorded', { count: allocations.length, position: position ?? '–' })}</Banner>
      <Table
        label={t('outcome')}
        heads={[t('invoice'), words('outcome')]}
        figures={[words('requested'), words('applied')]}
      >
        {allocations.map((allocation) => (
          <tr key={allocation.allocationId}>
            <td>
              <Go to="/invoices/$id" params={{ id: allocation.invoiceId }}>
                {numberOf(allocation.invoiceId)}
              </Go>
            </td>
            <td>
              <Outcome of={allocation} />
            </td>
            <td data-figure>
              <Amount amount={allocation.requested} />
            </td>
            <td data-figure>
              <Amount amount={allocation.applied} currency={payment.currency} />
            </td>
          </tr>
        ))}
      </Table>
      <p className={styles.muted}>
        {t('stays')} <Amount amount={unapplied} currency={payment.currency} />
      </p>
    </section>
  );
}
