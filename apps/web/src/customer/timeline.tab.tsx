import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answered, client, spoken } from '../api/client';
import { Button } from '../parts/button';
import { Empty, Waiting } from '../parts/empty';
import { Timeline } from '../parts/timeline';
import { Trouble } from '../parts/trouble';
import { Sheet } from '../shell/page';
import { useTime } from '../time/use-time';
import styles from './customer.module.css';
import type { CustomerDetails } from './use-customer';

/** Facts about the customer and all that they owe, newest first, in the person's language. */
export function CustomerTimeline({ customer: { id } }: { customer: CustomerDetails }) {
  const t = useTranslations('customer');
  const parts = useTranslations('parts');
  const { time } = useTime();
  const asked = useInfiniteQuery({
    queryKey: ['/v1/customers/{id}/timeline', { id, ...time, language: spoken.language }],
    queryFn: ({ pageParam, signal }) => {
      const page = { sort: '-position', limit: 100, ...(pageParam !== null && { cursor: pageParam }) };
      const params = { path: { id }, query: { ...time, ...page } };
      return answered(client.GET('/v1/customers/{id}/timeline', { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ body }) => body.next,
  });
  const { data, error, refetch, hasNextPage, fetchNextPage } = asked;
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting label={t('tabs.timeline')} />;
  const entries = data.pages.flatMap(({ body }) => body.items);
  if (entries.length === 0) return <Empty title={t('noFacts')} />;
  return (
    <Sheet>
      <Timeline entries={entries} label={t('tabs.timeline')} />
      {hasNextPage && (
        <p className={styles.under}>
          <Button onPress={() => void fetchNextPage()}>{parts('factsMore')}</Button>
        </p>
      )}
    </Sheet>
  );
}
