import { headOf, type Head, spoken } from './client';
import { Problem } from './problem';
import type { components, paths } from './schema';
import { wrote } from './written';

/** Paths that take a command. */
export type CommandPath = { [P in keyof paths]: paths[P] extends { post: object } ? P : never }[keyof paths];

type Post<P extends CommandPath> = paths[P] extends { post: infer O } ? O : never;
export type BodyOf<P extends CommandPath> =
  Post<P> extends { requestBody: { content: { 'application/json': infer B } } } ? B : Record<string, never>;

/** What a command would record, and what would change by it. */
export type Preview = components['schemas']['DryRun'];

/** One thing that a person wants recorded: the same key for all its tries, another one once the body changes. */
export interface Attempt<P extends CommandPath> {
  path: P;
  /** What stands for the braces of the path. */
  names?: Record<string, string>;
  body: BodyOf<P>;
  key: string;
  /** ETag of what the person saw; refused with 412 when it has changed since. */
  seen?: string;
  /** Of all that is recorded in one go; a new one for each command, when left out. */
  correlationId?: string;
}

export interface Done {
  body: unknown;
  head: Head;
}

/** Waits between tries of which nobody knows how they ended, in milliseconds. */
const WAITS = [500, 1_000, 2_000, 4_000, 8_000];

/**
 * Sends a command. Where no answer comes, or the server asks to come again, it asks again under the same key: what was
 * recorded is recorded once.
 * @param unknown told when it is not known yet whether it was recorded, and in how many seconds it is asked again, where the server said so
 * @throws Problem the refusal; with status 0 when it is still not known after the last try
 */
export async function send<P extends CommandPath>(
  asked: Attempt<P>,
  { unknown, signal }: { unknown?: (seconds?: number) => void; signal?: AbortSignal } = {},
): Promise<Done> {
  for (const wait of [...WAITS, undefined]) {
    try {
      const done = await post(addressOf(asked), asked.body, headersOf(asked), signal);
      if (done.head.position !== undefined) wrote(done.head.position);
      return done;
    } catch (error) {
      if (!(error instanceof Problem) || wait === undefined || !mayComeAgain(error)) throw error;
      unknown?.(error.retryAfter);
      await pausing(error.retryAfter === undefined ? wait : error.retryAfter * 1000, signal);
    }
  }
  throw Problem.noAnswer();
}

/** What the command would record. Appends nothing, and uses no key. @throws Problem as the command itself would */
export async function preview<P extends CommandPath>(
  asked: Omit<Attempt<P>, 'key'>,
  signal?: AbortSignal,
): Promise<Preview> {
  const { body } = await post(`${addressOf(asked)}?dryRun=true`, asked.body, {}, signal);
  return body as Preview;
}

/** Nothing came back, or the server says that it will be able to later. */
const mayComeAgain = ({ status }: Problem): boolean => [0, 429, 502, 503, 504].includes(status);

const addressOf = ({ path, names }: { path: string; names?: Record<string, string> }): string =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(names?.[name] ?? ''));

const headersOf = (asked: {
  key: string;
  seen?: string;
  correlationId?: string;
}): Record<string, string> => ({
  'Idempotency-Key': asked.key,
  ...(asked.correlationId !== undefined && { 'X-Correlation-Id': asked.correlationId }),
  ...(asked.seen !== undefined && { 'If-Match': asked.seen }),
});

async function post(
  url: string,
  asked: unknown,
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<Done> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': spoken.language, ...headers },
    body: JSON.stringify(asked),
    signal,
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw Problem.noAnswer();
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw await Problem.of(response, body);
  return { body, head: headOf(response.headers) };
}

const pausing = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((done, left) => {
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      left(new DOMException('left', 'AbortError'));
    });
  });
