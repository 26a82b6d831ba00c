import { useLocale, useTranslations } from 'use-intl';
import type { InvoiceRow } from '../command/invoice-rows';
import { Waiting } from '../parts/empty';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import type { Rows } from '../parts/grid/grid';
import { Pairs } from '../parts/pairs';
import { Peek } from '../parts/peek';
import { Trouble } from '../parts/trouble';
import { useAddress } from '../time/use-time';
import { dayText } from '../words/formats';
import { Standing } from './invoices.columns';
import { useInvoice } from './use-invoice';

/** The invoice beside its list. */
export function InvoicePeek({ id, rows }: { id: string; rows: Rows<InvoiceRow> }) {
  const t = useTranslations('invoice');
  const parts = useTranslations('parts');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const { change } = useAddress();
  const { data, error } = useInvoice(id);
  const invoice = data?.body.id === id ? data.body : undefined;
  const days = ['issuedOn', 'dueOn', 'agreedDueOn'] as const;
  const amounts = ['total', 'paid', 'open'] as const;
  return (
    <Peek<InvoiceRow>
      title={invoice ? t('title', { number: invoice.number }) : t('list')}
      rows={rows}
      is={(row) => row.id === id}
      onRow={(row) => change({ _peek: row?.id }, 'replace')}
    >
      {error && <Trouble error={error} />}
      {!invoice && !error && <Waiting label={shell('loading')} />}
      {invoice && (
        <>
          <Go to="/invoices/$id" params={{ id }}>
            {parts('openPage')}
          </Go>
          <Pairs
            pairs={[
              [
                t('customer'),
                <Go key="customer" to="/customers/$id" params={{ id: invoice.customerId }}>
                  {invoice.customerName ?? invoice.customerId}
                </Go>,
              ],
              [t('status'), <Standing key="status" row={invoice} />],
              ...days.map((name): [string, string] => [t(name), dayText(invoice[name], locale)]),
              ...amounts.map((name): [string, React.ReactNode] => [
                t(name),
                <Amount key={name} amount={invoice[name]} currency={invoice.currency} />,
              ]),
              [t('owner'), invoice.ownerId],
            ]}
          />
        </>
      )}
    </Peek>
  );
}
