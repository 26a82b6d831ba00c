import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import { fetchOrTake } from './asked-early';
import { Problem } from './problem';
import type { paths } from './schema';
import { noteServerClock } from './server-clock';

/** Who is signed in, what these roles may use, and what the entity is like: `GET /v1/me`. */
export type Me = paths['/v1/me']['get']['responses'][200]['content']['application/json'];

/** @throws Problem 401 when nobody is signed in */
async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const asked = new Request(path, { credentials: 'same-origin', ...init });
  const response = await fetchOrTake(asked).catch(() => {
    throw Problem.noAnswer();
  });
  noteServerClock(response.headers);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw await Problem.of(response, body);
  return body as T;
}

/** With the code of `quittance open`, or a token that somebody pasted: the browser keeps neither. */
export const signIn = (proof: { code: string } | { token: string }): Promise<void> =>
  ask('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(proof),
  });

/** Whether this window signed out: it then waits to be told to sign in again. */
let hasSignedOut = false;

/** Windows of one browser have one session. */
const SIGNED_OUT = 'quittance.signed-out';

export async function signOut(): Promise<void> {
  hasSignedOut = true;
  await ask('/session', { method: 'DELETE' });
  const others = new BroadcastChannel(SIGNED_OUT);
  others.postMessage('');
  others.close();
}

/** Where another window signs out, this one has nobody any more: what it shows goes at once. */
export function useSignedOutElsewhere(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const others = new BroadcastChannel(SIGNED_OUT);
    others.onmessage = () => {
      hasSignedOut = true;
      void queries.resetQueries();
    };
    return () => others.close();
  }, [queries]);
}

/** Where people sign in at a provider, `/session/start` leads there; else it is the page itself. */
export function useProvider(isAsked: boolean): 'none' | 'there' | 'at-once' | undefined {
  const { data } = useQuery({
    queryKey: ['/session/start'],
    queryFn: async () =>
      (await fetch('/session/start', { redirect: 'manual', headers: { Accept: 'text/html' } })).type ===
      'opaqueredirect',
    enabled: isAsked,
    staleTime: Infinity,
    retry: false,
  });
  if (!isAsked || data === undefined) return undefined;
  return !data ? 'none' : hasSignedOut ? 'there' : 'at-once';
}

/** Comes back to the address where somebody was signed out. */
export const atProvider = (): string =>
  `/session/start?to=${encodeURIComponent(window.location.pathname + window.location.search)}`;

/** How the question is asked and kept, whoever asks first. */
export const ME = { queryKey: ['/v1/me'], queryFn: () => ask<Me>('/v1/me'), staleTime: 60_000 };

export const useMeQuery = () => useQuery(ME);

export const MeContext = createContext<Me | undefined>(undefined);

/** Who is signed in. Only pages behind the sign-in ask. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('nobody is signed in');
  return me;
}

/** Whether a command is shown to this person at all. */
export const useMay = (route: string): boolean => useMe().may.includes(route);
