import createClient from 'openapi-fetch';
import { fetchOrTake } from './asked-early';
import { Problem } from './problem';
import type { paths } from './schema';
import { noteServerClock } from './server-clock';
import { waitsForWritten, writtenLately } from './written';

/** The API as /openapi.json describes it. The cookie of the session travels with every request; nothing else does. */
export const client = createClient<paths>({
  baseUrl: globalThis.location?.origin,
  credentials: 'same-origin',
  fetch: fetchOrTake,
});

/** Sentences of facts come in the person's language, which need not be the browser's. */
export const spoken = { language: 'en' };

client.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', spoken.language);
    const url = new URL(request.url);
    const after = request.method === 'GET' && waitsForWritten(url) ? writtenLately() : undefined;
    if (after === undefined) return request;
    url.searchParams.set('after', after);
    return new Request(url, request);
  },
});

/** What an answer says of itself in its headers. */
export interface Head {
  /** Up to which fact it is complete. */
  position?: bigint;
  hash?: string;
  /** Later facts of some histories are left out, or the figures are behind. */
  stale: boolean;
  parked: number;
  etag?: string;
}

export interface Answer<T> {
  body: T;
  head: Head;
}

interface Fetched<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * What a call of the client answered.
 * @throws Problem when it was refused, or when nothing came
 */
export async function answered<T>(call: Promise<Fetched<T>>): Promise<Answer<T>> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw Problem.noAnswer();
  });
  if (!response.ok) throw await Problem.of(response, error);
  return { body: data as T, head: headOf(response.headers) };
}

export function headOf(headers: Headers): Head {
  noteServerClock(headers);
  const position = headers.get('Quittance-Position');
  return {
    ...(position !== null && { position: BigInt(position) }),
    hash: headers.get('Quittance-Content-Hash') ?? undefined,
    stale: headers.get('Quittance-Stale') === 'true',
    parked: Number(headers.get('Quittance-Parked') ?? 0),
    etag: headers.get('ETag') ?? undefined,
  };
}
