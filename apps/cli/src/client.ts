import { setTimeout as pause } from 'node:timers/promises';
import type { Dispatcher, Pool } from 'undici';
import { EXIT, Exit } from './exit.js';

/** What the API answered, whatever the status. */
export interface Answer {
  status: number;
  text: string;
  /** The parsed body; undefined when it is not JSON. */
  body: unknown;
  /** Whether it was sent more than once: what an earlier try did is told as done before. */
  again: boolean;
  header(name: string): string | undefined;
}

/** RFC 9457, as the API writes it. */
export interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  errors?: { field: string; rule: string; value?: unknown; hint?: string }[];
}

export interface ClientOptions {
  url: string;
  token: () => Promise<string>;
  /** Connections kept open; as many requests are under way at most. */
  connections?: number;
  /** How long a request is tried again while the API is gone or says 503 or 429. 0: it is not. */
  patienceMs?: number;
  /** Ends the waiting between tries. */
  signal?: AbortSignal;
}

const REQUEST_TIMEOUT_MS = 60_000;
const LONGEST_PAUSE_MS = 5_000;
const LONGEST_ASKED_PAUSE_MS = 60_000;
const TRY_AGAIN = new Set([429, 502, 503, 504]);

/**
 * The API over kept-alive connections. A request that may be repeated safely (a GET, or a POST with its
 * idempotency key) is repeated, byte for byte, while the API is gone. Never throws on a status but 401 and 403.
 */
export class ApiClient {
  private readonly base: URL;
  private pool?: Promise<Pool>;

  constructor(private readonly options: ClientOptions) {
    this.base = new URL(options.url);
  }

  get(path: string, options: { accept?: string; patienceMs?: number } = {}): Promise<Answer> {
    return this.request({ method: 'GET', path, accept: options.accept }, options.patienceMs);
  }

  /** @param key of a write under /v1 */
  post(path: string, key?: string, body: object = {}): Promise<Answer> {
    return this.request({ method: 'POST', path, key, body: JSON.stringify(body) });
  }

  async close(): Promise<void> {
    await (await this.pool)?.close();
  }

  /** Loaded with the first request: a command that asks nothing answers without. */
  private async connections(): Promise<Pool> {
    const { Pool } = await import('undici');
    return new Pool(this.base.origin, {
      connections: this.options.connections ?? 2,
      headersTimeout: REQUEST_TIMEOUT_MS,
      bodyTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: 30_000,
    });
  }

  private async request(what: What, patienceMs = this.options.patienceMs ?? 0): Promise<Answer> {
    let since: number | undefined;
    for (let tries = 0; ; tries += 1) {
      let wait = Math.min(LONGEST_PAUSE_MS, 100 * 2 ** tries) * (0.5 + Math.random() / 2);
      let failure: string;
      try {
        const answer = { ...(await this.once(what)), again: tries > 0 };
        if (answer.status === 401 || answer.status === 403) throw refused(answer, await this.options.token());
        if (!TRY_AGAIN.has(answer.status)) return answer;
        since ??= Date.now();
        wait = askedPause(answer) ?? wait;
        failure = saying(answer);
        if (Date.now() + wait - since > patienceMs) {
          if (patienceMs === 0) return answer;
          if (answer.status === 429) throw new Exit(EXIT.refused, `the API refused: ${failure}`);
          throw this.unreachable(failure);
        }
      } catch (error) {
        if (error instanceof Exit) throw error;
        since ??= Date.now();
        failure = reason(error);
        if (Date.now() + wait - since > patienceMs) throw this.unreachable(failure);
      }
      const ended = await pause(wait, false, { signal: this.options.signal }).catch(() => true);
      if (ended) throw new Exit(EXIT.interrupted, 'interrupted');
    }
  }

  private async once({ method, path, key, body, accept }: What): Promise<Omit<Answer, 'again'>> {
    const request: Dispatcher.RequestOptions = {
      method,
      path: this.base.pathname.replace(/\/$/, '') + path,
      headers: {
        accept: accept ?? 'application/json',
        ...(!path.startsWith('/health') && { authorization: `Bearer ${await this.options.token()}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      body,
    };
    const {
      statusCode,
      headers,
      body: stream,
    } = await (await (this.pool ??= this.connections())).request(request);
    const text = await stream.text();
    return {
      status: statusCode,
      text,
      body: String(headers['content-type']).includes('json') ? (JSON.parse(text) as unknown) : undefined,
      header: (name) => headers[name.toLowerCase()]?.toString(),
    };
  }

  private unreachable(failure: string): Exit {
    return new Exit(EXIT.unreachable, `the API at ${this.options.url} cannot be reached: ${failure}`);
  }
}

interface What {
  method: 'GET' | 'POST';
  path: string;
  key?: string;
  body?: string;
  accept?: string;
}

export const problemOf = (answer: Answer): Problem => answer.body ?? {};

/** What a command calls the fields of a request: `{ '/knownAt': '--known-at' }`. */
export type OptionNames = Readonly<Record<string, string>>;

/** An unwanted answer in one line. @param options names that people gave, in place of those of the request */
export function saying(answer: Answer, options: OptionNames = {}): string {
  const { code, detail, title, errors = [] } = problemOf(answer);
  const fields = errors
    .map(({ field, hint, rule }) => ` ${options[field] ?? field} ${hint ?? rule}`)
    .join(';');
  return `${answer.status} ${code ?? title ?? ''}${detail ? `: ${detail}` : ''}${fields}`.trim();
}

/** The body of an answer that must be a success. @throws Exit: refused for every 4xx, else unreachable */
export function bodyOf<Body>(answer: Answer, options?: OptionNames): Body {
  if (answer.status < 300) return answer.body as Body;
  if (answer.status >= 500) throw new Exit(EXIT.unreachable, `the API answered ${saying(answer, options)}`);
  throw new Exit(EXIT.refused, `the API refused: ${saying(answer, options)}`);
}

function refused(answer: Answer, token: string): Exit {
  const hint =
    answer.status === 401
      ? ' (QUITTANCE_TOKEN, or DATA_DIR for its key)'
      : ` ${whoseIs(token)}: let somebody with such a role do it, with a token of theirs in QUITTANCE_TOKEN`;
  return new Exit(EXIT.refused, `the API refused: ${saying(answer)}${hint}`);
}

/** Whom a token names, to be told so; it is verified by the API alone. */
function whoseIs(token: string): string {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      sub?: unknown;
      roles?: unknown;
    };
    return `The token is ${String(claims.sub)}'s, roles ${[claims.roles].flat().join(', ') || 'none'}`;
  } catch {
    return 'The token has none of them';
  }
}

/** What Retry-After asks for, in seconds or as a date. */
function askedPause(answer: Answer): number | undefined {
  const asked = answer.header('retry-after');
  if (!asked) return undefined;
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_ASKED_PAUSE_MS);
}

function reason(error: unknown): string {
  const { code, message, errors } = error as NodeJS.ErrnoException & { errors?: NodeJS.ErrnoException[] };
  return code ?? errors?.[0]?.code ?? message;
}
