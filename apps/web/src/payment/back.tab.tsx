import { useLocale, useTranslations } from 'use-intl';
import { Commands } from '../command/commands';
import { Empty } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { Refunds } from '../parts/refunds';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import { dayText } from '../words/formats';
import { REFUND_CAME_BACK, RETURN_WON } from './payment.commands';
import type { PaymentPart } from './use-payment';

/** What was paid out, taken back by the bank, or became another customer's. */
export function PaymentBack({ payment, seen }: PaymentPart) {
  const t = useTranslations('payment');
  const { refunds, returns, transfers } = payment;
  if (refunds.length + returns.length + transfers.length === 0) return <Empty title={t('noBack')} />;
  return (
    <>
      {refunds.length > 0 && (
        <Sheet title={t('refunds')}>
          <Refunds refunds={refunds} currency={payment.currency}>
            {({ refundId, amount }) => (
              <Commands
                commands={[REFUND_CAME_BACK]}
                subject={{ payment, partId: refundId, amount }}
                seen={seen}
                of={refundId}
                look="quiet"
              />
            )}
          </Refunds>
        </Sheet>
      )}
      {returns.length > 0 && <Returns payment={payment} seen={seen} />}
      {transfers.length > 0 && <Transfers payment={payment} />}
    </>
  );
}

function Returns({ payment, seen }: PaymentPart) {
  const t = useTranslations('payment');
  const day = useDay();
  return (
    <Sheet title={t('returns')}>
      <Table
        label={t('returns')}
        heads={[t('on'), t('code'), t('reason'), t('wonOn')]}
        figures={[t('amount')]}
        acts={t('commands')}
      >
        {payment.returns.map(({ returnId, returnedOn, code, externalId, reason, reversedOn, amount }) => (
          <tr key={returnId}>
            <td data-short>{day(returnedOn)}</td>
            <td>{[code, externalId].filter(Boolean).join(' · ')}</td>
            <td>{reason}</td>
            <td data-short>{day(reversedOn)}</td>
            <td data-figure>
              <Amount amount={amount} currency={payment.currency} />
            </td>
            <td data-figure>
              {reversedOn === null && (
                <Commands
                  commands={[RETURN_WON]}
                  subject={{ payment, partId: returnId, amount }}
                  seen={seen}
                  of={returnId}
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

function Transfers({ payment: { transfers, currency } }: PaymentPart) {
  const t = useTranslations('payment');
  const day = useDay();
  return (
    <Sheet title={t('transfers')}>
      <Table
        label={t('transfers')}
        heads={[t('on'), t('from'), t('to'), t('reason')]}
        figures={[t('amount')]}
      >
        {transfers.map(({ transferId, transferredOn, reason, amount, ...of }) => (
          <tr key={transferId}>
            <td data-short>{day(transferredOn)}</td>
            <td title={of.fromCustomerId ?? undefined}>
              {of.fromCustomerName ?? of.fromCustomerId ?? t('nobody')}
            </td>
            <td>
              <Go to="/customers/$id" params={{ id: of.customerId }}>
                <span title={of.customerId}>{of.customerName ?? of.customerId}</span>
              </Go>
            </td>
            <td>{reason}</td>
            <td data-figure>
              <Amount amount={amount} currency={currency} />
            </td>
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}

function useDay(): (day: string | null) => string {
  const locale = useLocale();
  return (day) => (day === null ? '–' : dayText(day, locale));
}
