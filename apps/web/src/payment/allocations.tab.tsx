import { useLocale, useTranslations } from 'use-intl';
import { Commands } from '../command/commands';
import { Empty } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { isSome } from '../parts/sums';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import { dayText } from '../words/formats';
import { Outcome } from '../parts/outcome';
import { UNDO_ALLOCATION } from './payment.commands';
import type { PaymentPart } from './use-payment';

/** Which invoices it is meant for, and what each answered. */
export function PaymentAllocations({ payment, seen }: PaymentPart) {
  const t = useTranslations('payment');
  const locale = useLocale();
  const { allocations, currency } = payment;
  if (allocations.length === 0) return <Empty title={t('noAllocations')}>{t('noAllocationsHint')}</Empty>;
  return (
    <Sheet>
      <Table
        label={t('tabs.allocations')}
        heads={[t('invoice'), t('customer'), t('countsFrom'), t('outcome')]}
        figures={[t('requested'), t('applied')]}
        acts={t('commands')}
      >
        {allocations.map((allocation) => (
          <tr key={allocation.allocationId}>
            <td>
              <Go to="/invoices/$id" params={{ id: allocation.invoiceId }}>
                {allocation.number}
              </Go>
            </td>
            <td>
              <Go to="/customers/$id" params={{ id: allocation.customerId }}>
                {allocation.customerName ?? allocation.customerId}
              </Go>
            </td>
            <td data-short>{allocation.appliedOn === null ? '–' : dayText(allocation.appliedOn, locale)}</td>
            <td>
              <Outcome of={allocation} />
            </td>
            <td data-figure>
              <Amount amount={allocation.requested} currency={currency} />
            </td>
            <td data-figure>
              <Amount amount={allocation.applied} currency={currency} />
            </td>
            <td data-figure>
              {isSome(allocation.applied) && (
                <Commands
                  commands={[UNDO_ALLOCATION]}
                  subject={{ payment, partId: allocation.allocationId, amount: allocation.applied }}
                  seen={seen}
                  of={allocation.allocationId}
                  look="quiet"
                />
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}
