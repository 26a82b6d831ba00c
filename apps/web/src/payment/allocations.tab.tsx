import { useLocale, useTranslations } from 'use-intl';
import { useAllowed } from '../command/allowed';
import { BulkBar } from '../command/bulk-bar';
import { Commands } from '../command/commands';
import { Empty } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { useChosen } from '../parts/grid/choosing';
import { isSome } from '../parts/sums';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import { dayText } from '../words/formats';
import { Outcome } from '../parts/outcome';
import styles from './payment.module.css';
import { UNDO_ALLOCATION, UNDO_ALLOCATIONS } from './payment.commands';
import type { PaymentPart } from './use-payment';

type Allocation = PaymentPart['payment']['allocations'][number];

/** Which invoices it is meant for, and what each answered. Several are taken back at once. */
export function PaymentAllocations({ payment, seen }: PaymentPart) {
  const t = useTranslations('payment');
  const locale = useLocale();
  const words = useTranslations('invoice');
  const parts = useTranslations('parts');
  const { allocations, currency } = payment;
  const { chosen, choose, clear } = useChosen<Allocation>(payment.id, ({ allocationId }) => allocationId);
  const allowed = useAllowed([UNDO_ALLOCATIONS]);
  const taken = allocations.filter(({ applied }) => isSome(applied));
  // What is taken back meanwhile is chosen no longer.
  const things = taken
    .filter(({ allocationId }) => chosen.has(allocationId))
    .map(({ allocationId, number, applied }) => ({
      ...{ id: allocationId, title: number },
      subject: { payment, partId: allocationId, amount: applied },
    }));
  const canChoose = allowed.length > 0 && taken.length > 1;
  if (allocations.length === 0) return <Empty title={t('noAllocations')}>{t('noAllocationsHint')}</Empty>;
  return (
    <Sheet>
      <BulkBar
        commands={allowed}
        things={things}
        all={taken.length}
        chooseAll={async () => choose(taken, true)}
        clear={clear}
      />
      <Table
        label={t('tabs.allocations')}
        heads={[t('invoice'), t('customer'), t('countsFrom'), t('outcome')]}
        figures={[t('requested'), t('applied')]}
        chooses={canChoose ? parts('choose') : undefined}
        acts={t('commands')}
      >
        {allocations.map((allocation) => (
          <tr key={allocation.allocationId}>
            {canChoose && (
              <td>
                {isSome(allocation.applied) && (
                  <label className={styles.choose}>
                    <input
                      type="checkbox"
                      aria-label={words('choose', { number: allocation.number })}
                      checked={chosen.has(allocation.allocationId)}
                      onChange={({ target }) => choose([allocation], target.checked)}
                    />
                  </label>
                )}
              </td>
            )}
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
