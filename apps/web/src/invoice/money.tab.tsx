import { useLocale, useTranslations } from 'use-intl';
import { Amount } from '../parts/figure';
import { Empty } from '../parts/empty';
import { Go } from '../parts/go';
import { Outcome } from '../parts/outcome';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import { dayText } from '../words/formats';
import { SettlementKind } from './settlement-kind';
import type { InvoiceDetails } from './use-invoice';

/** What settled the invoice, and with which answer each payment met it. */
export function InvoiceMoney({ invoice }: { invoice: InvoiceDetails }) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const { settlements, payments, instalments, currency } = invoice;
  const day = (one: string | null): string => (one === null ? '–' : dayText(one, locale));
  return (
    <>
      {settlements.length === 0 && payments.length === 0 && <Empty title={t('noMoney')} />}
      {settlements.length > 0 && (
        <Sheet title={t('settlements')}>
          <Table label={t('settlements')} heads={[t('kind'), t('on')]} figures={[t('amount')]}>
            {settlements.map(({ kind, id, on, amount }, at) => (
              <tr key={id ?? at}>
                <td>
                  <SettlementKind of={kind} />
                </td>
                <td>{day(on)}</td>
                <td data-figure>
                  <Amount amount={amount} currency={currency} />
                </td>
              </tr>
            ))}
          </Table>
        </Sheet>
      )}
      {payments.length > 0 && (
        <Sheet title={t('payments')}>
          <Table
            label={t('payments')}
            heads={[t('receivedOn'), t('on'), t('status')]}
            figures={[t('requested'), t('applied')]}
          >
            {payments.map(({ paymentId, receivedOn, appliedOn, status, code, requested, applied }) => (
              <tr key={paymentId}>
                <td>
                  <Go to="/payments/$id" params={{ id: paymentId }}>
                    {day(receivedOn)}
                  </Go>
                </td>
                <td>{day(appliedOn)}</td>
                <td>
                  <Outcome of={{ status, code }} />
                </td>
                <td data-figure>
                  <Amount amount={requested} currency={currency} />
                </td>
                <td data-figure>
                  <Amount amount={applied} currency={currency} />
                </td>
              </tr>
            ))}
          </Table>
        </Sheet>
      )}
      {instalments.length > 1 && (
        <Sheet title={t('instalments')}>
          <Table
            label={t('instalments')}
            heads={[t('number'), t('dueOn'), t('agreedDueOn')]}
            figures={[t('amount'), t('open')]}
          >
            {instalments.map(({ number, dueOn, agreedDueOn, amount, open }) => (
              <tr key={number}>
                <td>{number}</td>
                <td>{day(dueOn)}</td>
                <td>{day(agreedDueOn)}</td>
                <td data-figure>
                  <Amount amount={amount} currency={currency} />
                </td>
                <td data-figure>
                  <Amount amount={open} currency={currency} />
                </td>
              </tr>
            ))}
          </Table>
        </Sheet>
      )}
    </>
  );
}
