import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, type Answer } from './client';
import { Problem } from './problem';

type Call<T> = Parameters<typeof answered<T>>[0];

/** A question is asked anew after this many milliseconds, unless it is one of the past, whose answer never changes. */
const FRESH_MS = 5_000;

/** Tries again what may go better in a moment; a refusal stays one. */
export const mayRetry = (tries: number, error: Error): boolean =>
  tries < 2 && error instanceof Problem && [0, 429, 502, 503].includes(error.status);

/**
 * A question by what was asked: path and parameters are its key in the cache. While another one is on its way the
 * figures before stay, so that nothing jumps.
 * @param every milliseconds after which it is asked again, by its last answer
 */
export function useAsk<T>(
  path: string,
  asked: Record<string, unknown>,
  call: (signal: AbortSignal) => Call<T>,
  { enabled = true, every }: { enabled?: boolean; every?: (body: T) => number | false } = {},
) {
  return useQuery<Answer<T>>({
    queryKey: [path, asked],
    queryFn: ({ signal }) => answered(call(signal)),
    staleTime: asked.knownAt === undefined ? FRESH_MS : Infinity,
    placeholderData: keepPreviousData,
    enabled,
    ...(every && { refetchInterval: ({ state: { data } }) => (data ? every(data.body) : false) }),
  });
}
