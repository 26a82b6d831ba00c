import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Problem } from '@quittance/http';
import type { Role } from '@quittance/kernel';
import { Agent, request, RetryAgent } from 'undici';

export type { Role };

/** An answer with its body, read whole. */
export interface Answered<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface PostOptions {
  /** The Idempotency-Key; a new one when left out, none when null. */
  key?: string | null;
  ifMatch?: string;
  headers?: Record<string, string>;
}

/** What is asked, beside the path: GET without a body when left out. */
export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Somebody with a token. Bodies that are no texts are sent as JSON. */
export interface Caller {
  sub: string;
  token: string;
  ask<Body = Record<string, unknown>>(path: string, asking?: Asking): Promise<Answered<Body>>;
  /** GET; `after` waits until the position is projected. */
  get<Body = Record<string, unknown>>(path: string, after?: string): Promise<Answered<Body>>;
  post<Body = Record<string, unknown>>(
    path: string,
    body: unknown,
    options?: PostOptions,
  ): Promise<Answered<Body>>;
  /** POST that must be answered 200 or 201. */
  done<Body = Written>(path: string, body: unknown, options?: PostOptions): Promise<Body>;
  /** POST that must be refused: the problem, with `field rule` of each error. */
  refused(path: string, body: unknown, options?: PostOptions): Promise<Problem & { fields: string[] }>;
}

export interface Written {
  id: string;
  revision: number;
  position: string;
}

const headersOf = (given: IncomingHttpHeaders): Headers =>
  new Headers(
    Object.entries(given).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, String(one)] as [string, string]),
    ),
  );

/** A server closes a connection that rested; on a machine that stands still a question meets it. A question may be asked again. */
const AGAIN = new RetryAgent(new Agent(), {
  ...{ maxRetries: 1, minTimeout: 10, statusCodes: [], methods: ['GET'] },
  errorCodes: ['ECONNRESET', 'UND_ERR_SOCKET'],
});

/** How long an answer may take, in milliseconds. */
const PATIENCE = 100_000;

/** Somebody who calls the API at that address. A request that is not answered in time fails. */
export function caller(url: string, token: string | null, sub: string): Caller {
  const ask: Caller['ask'] = async <Body>(path: string, { method = 'GET', headers, body }: Asking = {}) => {
    const limit = new AbortController();
    const late = () => limit.abort(new Error(`no answer to ${path} in ${PATIENCE} ms`));
    const timer = setTimeout(late, PATIENCE);
    try {
      const answer = await request(url + path, {
        method,
        headers: { ...headers, ...(token !== null && { authorization: `Bearer ${token}` }) },
        body,
        signal: limit.signal,
        dispatcher: AGAIN,
      });
      const text = await answer.body.text();
      const json = String(answer.headers['content-type']).includes('json');
      const read = (json ? JSON.parse(text) : text) as Body;
      return { status: answer.statusCode, headers: headersOf(answer.headers), body: read };
    } finally {
      clearTimeout(timer);
    }
  };
  const post: Caller['post'] = (path, body, { key = randomUUID(), ifMatch, headers } = {}) =>
    ask(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(key !== null && { 'idempotency-key': key }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...headers,
      },
    });
  return {
    sub,
    token: token ?? '',
    ask,
    get: (path, after) =>
      ask(after === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}after=${after}`),
    post,
    async done<Body>(path: string, body: unknown, options?: PostOptions) {
      const answered = await post<Body>(path, body, options);
      if (answered.status >= 300) throw new Error(`${answered.status} ${JSON.stringify(answered.body)}`);
      return answered.body;
    },
    async refused(path, body, options) {
      const { status, headers, body: problem } = await post<Problem>(path, body, options);
      if (status < 400) throw new Error(`${path} was not refused: ${status}`);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(problem.status).toBe(status);
      return { ...problem, fields: problem.errors.map(({ field, rule }) => `${field} ${rule}`) };
    },
  };
}
