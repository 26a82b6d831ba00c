import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, client, spoken } from '../api/client';
import type { Head } from '../api/client';
import { useTime } from '../time/use-time';

/** Facts about an invoice, newest first, in the person's language: where the reader stands on both axes. */
export function useTimeline(id: string) {
  const { time } = useTime();
  const asked = useInfiniteQuery({
    queryKey: ['/v1/invoices/{id}/timeline', { id, ...time, language: spoken.language }],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...time,
        sort: '-position',
        limit: 100,
        ...(pageParam !== null && { cursor: pageParam }),
      };
      return answered(client.GET('/v1/invoices/{id}/timeline', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ body }) => body.next,
  });
  const entries = asked.data?.pages.flatMap(({ body }) => body.items);
  const head: Head | undefined = asked.data?.pages[0]?.head;
  return { ...asked, entries, head };
}
