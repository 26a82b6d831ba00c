import { useLocale, useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { Button } from '../parts/button';
import { ChainCheck } from '../parts/chain-check';
import { Waiting } from '../parts/empty';
import { Go } from '../parts/go';
import { Trouble } from '../parts/trouble';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import { dayText, instantText } from '../words/formats';
import styles from './invoices.module.css';
import type { InvoiceDetails } from './use-invoice';
import { useTimeline } from './use-timeline';

/** The same facts as a table, and whether the chain of the invoice holds, worked out in this browser. */
export function InvoiceFacts({ invoice: { id } }: { invoice: InvoiceDetails }) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  const parts = useTranslations('parts');
  const { entries, error, refetch, hasNextPage, fetchNextPage } = useTimeline(id);
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!entries) return <Waiting label={t('tabs.facts')} />;
  return (
    <Sheet>
      <ChainCheck stream={`invoice-${id}`} />
      <Table
        label={t('tabs.facts')}
        heads={[t('position'), t('recordedAt'), t('effectiveOn'), t('fact'), t('actor')]}
      >
        {entries.map(({ position, recordedAt, effectiveOn, type, stream, revision, actor }) => (
          <tr key={position}>
            <td data-short>
              <Go to="/facts/$position" params={{ position }}>
                {position}
              </Go>
            </td>
            <td>{instantText(recordedAt, locale, timeZone)}</td>
            <td>{dayText(effectiveOn, locale)}</td>
            <td>
              {type}{' '}
              <span className={styles.muted}>
                {stream} · {revision}
              </span>
            </td>
            <td>{actor}</td>
          </tr>
        ))}
      </Table>
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{parts('factsMore')}</Button>}
    </Sheet>
  );
}
