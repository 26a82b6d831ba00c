import type { components } from './schema';

/** What the API says when it refuses (RFC 9457): a code, a sentence, and the fields that are meant. */
export type ProblemBody = Omit<components['schemas']['Problem'], 'code'> & { code: string };

/** A refusal, or an answer that did not come: `status` 0. */
export class Problem extends Error {
  constructor(
    readonly body: ProblemBody,
    /** To be told to whoever looks after the installation. */
    readonly correlationId?: string,
    /** Seconds after which it makes sense to ask again. */
    readonly retryAfter?: number,
  ) {
    super(body.detail);
  }

  get status(): number {
    return this.body.status;
  }

  get code(): string {
    return this.body.code;
  }

  /** What is wrong by the JSON pointer of its field: `/agreedDueOn`, or `/status` of a question. */
  byField(): Record<string, string> {
    return Object.fromEntries(this.body.errors.map(({ field, hint, rule }) => [field, hint ?? rule]));
  }

  static async of(response: Response, body: unknown): Promise<Problem> {
    const seconds = Number(response.headers.get('Retry-After'));
    return new Problem(
      isProblem(body) ? body : unreadable(response.status),
      response.headers.get('X-Correlation-Id') ?? undefined,
      Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
    );
  }

  /** The server cannot be reached, or the connection broke before it answered. */
  static noAnswer(): Problem {
    return new Problem({ ...unreadable(0), code: 'no-answer', detail: 'The server did not answer.' });
  }
}

const isProblem = (body: unknown): body is ProblemBody =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'errors' in body;

const unreadable = (status: number): ProblemBody => ({
  type: 'about:blank',
  title: '',
  status,
  code: 'unreadable',
  detail: `The server answered ${status} without a reason.`,
  errors: [],
});
