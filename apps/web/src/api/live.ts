import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type StandingNow, standingNow, tellStanding } from './standing';
import { type Changed, type Ids, markTouched } from './touched';

/** Milliseconds between one look at what changed and the next: figures that move more often cannot be read. */
const PAUSE = 500;
/** Milliseconds until a stream that was refused is asked for again. */
const AGAIN = 5_000;

const EVERYTHING = { invoices: 'many', payments: 'many', customers: 'many', reports: true } as const;

/**
 * Follows what changes, as long as somebody looks at the present: what is shown of one thing and reports are asked for anew, lists
 * are marked. One stream a browser: whichever window holds the lock has it, and tells the others.
 */
export function useLive(isLive: boolean): void {
  const queries = useQueryClient();
  useEffect(() => (isLive ? listen(following(queries)) : undefined), [queries, isLive]);
}

/** What one window tells the others; `asks`: one that has just come asks how things stand. */
type Said = { changed: Changed } | { standing: StandingNow } | { asks: true };

function listen(heard: (changed: Changed) => void): () => void {
  const channel = new BroadcastChannel('quittance-live');
  const left = new AbortController();
  let isLeading = false;
  const hear = (said: Said): void => {
    if ('changed' in said) heard(said.changed);
    else if ('standing' in said) tellStanding(said.standing);
    else if (isLeading && standingNow()) channel.postMessage({ standing: standingNow() });
  };
  channel.onmessage = ({ data }) => hear(data as Said);
  channel.postMessage({ asks: true } satisfies Said);
  const tell = (said: Said): void => {
    hear(said);
    channel.postMessage(said);
  };
  const lead = (): Promise<void> => {
    isLeading = true;
    return stream(tell, left.signal);
  };
  // Without a secure address there are no locks: then each window has a stream of its own.
  if ('locks' in navigator) {
    navigator.locks.request('quittance-live', { signal: left.signal }, lead).catch(() => undefined);
  } else void lead();
  return () => {
    left.abort();
    channel.close();
    tellStanding(undefined);
  };
}

/** Until the signal: the browser comes back by itself with the last id; where it was refused, we do. */
const stream = (tell: (said: Said) => void, signal: AbortSignal): Promise<void> =>
  new Promise((over) => {
    let source: EventSource;
    let last = 0n;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = (missed: boolean): void => {
      source = new EventSource('/v1/live');
      source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
        const changed = JSON.parse(data) as Changed;
        last = BigInt(changed.position);
        tell({ changed });
      });
      source.addEventListener('standing', ({ data }: MessageEvent<string>) =>
        tell({ standing: JSON.parse(data) as StandingNow }),
      );
      // What was told meanwhile is not known.
      if (missed) source.onopen = () => tell({ changed: { position: String(last + 1n), ...EVERYTHING } });
      source.onerror = () => {
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(() => open(true), AGAIN);
      };
    };
    open(false);
    signal.addEventListener('abort', () => {
      source.close();
      clearTimeout(timer);
      over();
    });
  });

/** One look after the other: what comes meanwhile waits, so that an answer on its way is never thrown away for ever. */
function following(queries: QueryClient): (changed: Changed) => void {
  let waiting: Changed | undefined;
  let isBusy = false;
  const follow = async (): Promise<void> => {
    isBusy = true;
    for (let now = waiting; now; now = waiting) {
      const changed = now;
      waiting = undefined;
      markTouched(changed);
      await Promise.all([
        queries.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey, changed) }),
        new Promise((resolve) => setTimeout(resolve, PAUSE)),
      ]);
    }
    isBusy = false;
  };
  return (changed) => {
    waiting = waiting ? both(waiting, changed) : changed;
    if (!isBusy) void follow();
  };
}

const united = (one: Ids, other: Ids): Ids =>
  one === 'many' || other === 'many' ? 'many' : [...new Set([...one, ...other])];

export const both = (one: Changed, other: Changed): Changed => ({
  position: other.position,
  invoices: united(one.invoices, other.invoices),
  payments: united(one.payments, other.payments),
  customers: united(one.customers, other.customers),
  reports: one.reports || other.reports,
});

/** These are asked by what is typed, or tell of the processes. */
const NEVER = ['/v1/me', '/v1/search', '/v1/views', '/v1/demonstration', '/session/start'];

/** Things of one page, by the path that asks for them. */
const OF_ONE = /^\/v1\/(invoices|payments|customers)\/\{/;

/** Whether the answer to a question may be another now. Lists are marked instead, and what was known then never changes. */
export function isTouched([path, asked, part]: readonly unknown[], changed: Changed): boolean {
  const { knownAt, id } = (asked ?? {}) as { knownAt?: string; id?: string };
  if (typeof path !== 'string' || NEVER.includes(path)) return false;
  if (knownAt !== undefined || part === 'page' || part === 'cursors') return false;
  const kind = OF_ONE.exec(path)?.[1] as 'invoices' | 'payments' | 'customers' | undefined;
  if (kind === undefined || id === undefined) return changed.reports;
  const ids = changed[kind];
  return ids === 'many' || ids.includes(id);
}
