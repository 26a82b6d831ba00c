import { STATUS_CODES } from 'node:http';
import { FactTooLargeError, StoreUnavailableError, StreamDeletedError } from '@quittance/event-store';
import { type FieldError, type Possible, Rejection, type RejectionKind } from '@quittance/kernel';
import { databaseTrouble } from './database-trouble.js';
import { possibleOf } from './possible.js';

/** RFC 9457. `code` is stable and in kebab case; `errors` names every wrong field by a JSON pointer. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors: FieldError[];
  /** Of a 409 or 412: numbers, dates and names of the sentence. */
  params?: Readonly<Record<string, string>>;
  /** Of a 409 or 412: what can be done instead, nearest first; nothing, when nothing is to be done. */
  possible?: readonly Possible[];
}

/** A request that the door itself turns away, before or beside any rule of the trade. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: FieldError[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

const STATUS: Record<RejectionKind, number> = {
  conflict: 409,
  invalid: 422,
  'not-found': 404,
  forbidden: 403,
  stale: 412,
};

/** Seconds after which a caller may try again when a store could not be reached. */
const RETRY_AFTER = '2';

export interface Answered {
  problem: Problem;
  headers: Record<string, string>;
  /** Nobody foresaw it: to be logged whole, and told to nobody. */
  unforeseen: boolean;
  /** What PostgreSQL or the system called it, where the database was in trouble: for the log. */
  trouble?: string;
}

/** What the caller is told of any error. Never a stack, a query or a host name. */
export function problemOf(error: unknown): Answered {
  if (error instanceof ProblemError) {
    return answered(error.status, error.code, error.detail, error.errors, error.headers);
  }
  if (error instanceof Rejection)
    return offered(answered(STATUS[error.kind], error.code, error.detail, error.errors), error);
  if (isNamed(error, StoreUnavailableError.name)) {
    return answered(
      503,
      'store-unavailable',
      'The event store does not answer. Nothing is lost: try again.',
      [],
      {
        'Retry-After': RETRY_AFTER,
      },
    );
  }
  if (isNamed(error, FactTooLargeError.name)) {
    return answered(413, 'too-large', 'The request makes a fact larger than the store takes.');
  }
  if (isNamed(error, StreamDeletedError.name)) {
    const { stream } = error as StreamDeletedError;
    const what = `Stream ${stream} was deleted or cut in the event store. Run quittance check, and restore it from a backup.`;
    return offered(answered(409, 'stream-deleted', what), { params: { stream }, possible: [] });
  }
  const trouble = databaseTrouble(error);
  if (trouble) {
    const { detail, retryAfter, name } = trouble;
    const headers = { 'Retry-After': String(retryAfter) };
    return { ...answered(503, 'database-unavailable', detail, [], headers), trouble: name };
  }
  return ofFramework(error) ?? unforeseen();
}

/** With what the refusal says of itself, where the state forbids. */
function offered(answer: Answered, { params, possible }: Pick<Rejection, 'params' | 'possible'>): Answered {
  const { problem } = answer;
  if (problem.status !== 409 && problem.status !== 412) return answer;
  const offers = possible.length > 0 ? possible : possibleOf(problem.code);
  return { ...answer, problem: { ...problem, params, possible: offers } };
}

/** Fastify's and Nest's own errors carry a status; only those that blame the caller are passed on. */
function ofFramework(error: unknown): Answered | undefined {
  const { status, statusCode } = error as { status?: unknown; statusCode?: unknown };
  const blamed = typeof statusCode === 'number' ? statusCode : status;
  if (typeof blamed !== 'number' || blamed < 400 || blamed > 499) return undefined;
  const title = STATUS_CODES[blamed] ?? 'Bad Request';
  const [code, detail] = FRAMEWORK[blamed] ?? [title.toLowerCase().replace(/[^a-z]+/g, '-'), `${title}.`];
  return answered(blamed, code, detail);
}

const FRAMEWORK: Record<number, [code: string, detail: string]> = {
  404: ['not-found', 'There is no such route; /docs shows those that are.'],
  413: ['too-large', 'The body is larger than this route takes: /docs says how large it may be.'],
  414: ['path-too-long', 'A part of the path is too long.'],
  415: ['media-type', 'The body must be application/json in UTF-8.'],
};

const unforeseen = (): Answered => ({
  ...answered(
    500,
    'internal-error',
    'Something went wrong on our side. The correlation id finds it in the log.',
  ),
  unforeseen: true,
});

function answered(
  status: number,
  code: string,
  detail: string,
  errors: FieldError[] = [],
  headers: Record<string, string> = {},
): Answered {
  const problem: Omit<Problem, 'errors'> = {
    type: `/docs#problem-${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
  };
  return {
    problem: { ...problem, errors: errors.slice(0, MOST_ERRORS).map(shown) },
    headers,
    unforeseen: false,
  };
}

/** More wrong fields than this are not listed. */
const MOST_ERRORS = 100;
const MOST_CHARACTERS = 100;

/** The value as given, shortened; a pointer to a field with a very long name is shortened too. */
function shown(error: FieldError): FieldError {
  return { ...error, field: short(error.field), ...('value' in error && { value: shortened(error.value) }) };
}

function shortened(value: unknown): unknown {
  if (typeof value === 'string') return short(value);
  if (typeof value === 'object' && value !== null) return short(told(value));
  return value;
}

/** Of what is large, its beginning: nobody waits for text that is thrown away. */
function told(value: object): string {
  if (Array.isArray(value)) return JSON.stringify(value.slice(0, MOST_CHARACTERS).map(begun));
  const some = Object.entries(value).slice(0, MOST_CHARACTERS);
  return JSON.stringify(Object.fromEntries(some.map(([name, part]) => [short(name), begun(part)])));
}

const begun = (part: unknown): unknown =>
  typeof part === 'string' ? short(part) : typeof part === 'object' && part !== null ? '…' : part;

const short = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;

// By name, not by class: the error may come through a copy of the module.
const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;
