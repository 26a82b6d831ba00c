import { useLocale, useTranslations } from 'use-intl';
import type { paths } from '../api/schema';
import { useMe } from '../api/session';
import { Go } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { dayText, instantText } from '../words/formats';
import { readable } from '../parts/readable';

export type AuditQuery = NonNullable<paths['/v1/audit']['get']['parameters']['query']>;
export type AuditFact =
  paths['/v1/audit']['get']['responses'][200]['content']['application/json']['items'][number];

/** Both times stand in each row; the position leads to the fact itself. */
export function useAuditColumns(): Column<AuditFact>[] {
  const t = useTranslations('audit');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  return [
    {
      ...{ id: 'position', title: t('position'), width: 100, sorts: true, narrow: 2 },
      cell: ({ position, type }) => (
        <Go to="/facts/$position" params={{ position }} label={t('toFact', { position, type })}>
          {position}
        </Go>
      ),
    },
    {
      ...{ id: 'recordedAt', title: t('recordedAt'), width: 206, narrow: 2 },
      cell: ({ recordedAt }) => instantText(recordedAt, locale, timeZone),
    },
    {
      ...{ id: 'effectiveOn', title: t('effectiveOn'), width: 116 },
      cell: ({ effectiveOn }) => dayText(effectiveOn, locale),
    },
    {
      ...{ id: 'sentence', title: t('sentence'), width: 260, grows: true, narrow: 1 },
      csv: ['type', 'sentence', 'reason'],
      cell: ({ sentence, reason }) => {
        const said = readable(reason === null ? sentence : t('because', { sentence, reason }));
        return <span title={said}>{said}</span>;
      },
    },
    {
      ...{ id: 'about', title: t('about'), width: 110, csv: ['invoiceId', 'paymentId', 'customerId'] },
      cell: (fact) => <About {...fact} />,
    },
    { ...{ id: 'actor', title: t('actor'), width: 120 }, cell: ({ actor }) => actor },
  ];
}

/** What a fact is about, as far as it has a page. */
function About({ invoiceId, paymentId, customerId }: AuditFact) {
  const t = useTranslations('audit');
  if (invoiceId !== null) {
    return (
      <Go to="/invoices/$id" params={{ id: invoiceId }}>
        {t('anInvoice')}
      </Go>
    );
  }
  if (paymentId !== null) {
    return (
      <Go to="/payments/$id" params={{ id: paymentId }}>
        {t('aPayment')}
      </Go>
    );
  }
  if (customerId === null) return '–';
  return (
    <Go to="/customers/$id" params={{ id: customerId }}>
      {customerId}
    </Go>
  );
}
