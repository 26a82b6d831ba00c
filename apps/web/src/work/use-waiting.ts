import { useQueries } from '@tanstack/react-query';
import { answered, client } from '../api/client';
import type { Asked } from '../command/approvals';
import { useTime } from '../time/use-time';
import { sourceOf, type WorkItem } from './work.kinds';

/** Ids that a question takes at once. */
const AT_ONCE = 100;

/** What waits for a second person, and by which routes it is decided. */
export interface Waiting extends Asked {
  isWriteOff: boolean;
}

/** Of things to do what waits behind them, by their ids: write-offs, and other settlements. @returns undefined until it is known */
export function useWaiting(items: readonly WorkItem[]): ReadonlyMap<string, Waiting> | undefined {
  const { time } = useTime();
  const ids = items.filter(({ kind }) => kind === 'approval-waiting').map(sourceOf);
  const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_nothing, at) =>
    ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE).join(','),
  );
  return useQueries({
    queries: parts.map((id) => {
      const query = { ...time, id, status: 'requested', limit: AT_ONCE };
      return {
        queryKey: ['/v1/write-offs', { ...query, and: '/v1/settlements' }],
        queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Waiting[]> => {
          const [writeOffs, settlements] = await Promise.all([
            answered(client.GET('/v1/write-offs', { params: { query }, signal })),
            answered(client.GET('/v1/settlements', { params: { query }, signal })),
          ]);
          const said = (all: Asked[], isWriteOff: boolean): Waiting[] =>
            all.map(({ id: of, invoiceId, requestedBy }) => ({ id: of, invoiceId, requestedBy, isWriteOff }));
          return [...said(writeOffs.body.items, true), ...said(settlements.body.items, false)];
        },
      };
    }),
    combine: (answers) =>
      answers.some(({ data }) => data === undefined)
        ? undefined
        : new Map(answers.flatMap(({ data = [] }) => data.map((one) => [one.id, one] as const))),
  });
}
