import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { dayText } from '../words/formats';
import { Amount } from './figure';
import { Table } from './table';

interface Refund {
  refundId: string;
  amount: string;
  refundedOn: string;
  /** When it came back; null: it did not. */
  reversedOn: string | null;
  method: string | null;
  reference: string | null;
  reason: string | null;
}

interface Props<R extends Refund> {
  refunds: readonly R[];
  currency: string;
  /** What can be done about one that did not come back. */
  children: (refund: R) => ReactNode;
}

/** What was paid back, of a payment or of a credit note. */
export function Refunds<R extends Refund>({ refunds, currency, children }: Props<R>) {
  const t = useTranslations('payment');
  const locale = useLocale();
  return (
    <Table
      label={t('refunds')}
      heads={[t('on'), t('reference'), t('reason'), t('cameBackOn')]}
      figures={[t('amount')]}
      acts={t('commands')}
    >
      {refunds.map((refund) => (
        <tr key={refund.refundId}>
          <td data-short>{dayText(refund.refundedOn, locale)}</td>
          <td>{[refund.method, refund.reference].filter(Boolean).join(' · ')}</td>
          <td>{refund.reason}</td>
          <td data-short>{refund.reversedOn === null ? '–' : dayText(refund.reversedOn, locale)}</td>
          <td data-figure>
            <Amount amount={refund.amount} currency={currency} />
          </td>
          <td data-figure>{refund.reversedOn === null && children(refund)}</td>
        </tr>
      ))}
    </Table>
  );
}
