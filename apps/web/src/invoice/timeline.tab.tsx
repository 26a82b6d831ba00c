import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { Waiting } from '../parts/empty';
import { Timeline } from '../parts/timeline';
import { Trouble } from '../parts/trouble';
import { Sheet } from '../shell/page';
import type { InvoiceDetails } from './use-invoice';
import { useTimeline } from './use-timeline';

export function InvoiceTimeline({ invoice: { id } }: { invoice: InvoiceDetails }) {
  const t = useTranslations('invoice');
  const parts = useTranslations('parts');
  const { entries, error, refetch, hasNextPage, fetchNextPage } = useTimeline(id);
  if (!entries) {
    return error ? (
      <Trouble error={error} retry={() => void refetch()} />
    ) : (
      <Waiting label={t('tabs.timeline')} />
    );
  }
  return (
    <Sheet>
      <Timeline entries={entries} label={t('tabs.timeline')} />
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{parts('factsMore')}</Button>}
    </Sheet>
  );
}
