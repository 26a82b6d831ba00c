import { type Answer, type Poster, problemOf } from './answer.js';
import type { Fault } from './fields.js';
import { contentKey, type Request } from './requests.js';

/** The refusal of what is not there, but looks like something that is. */
const LOOKS_ALIKE = 'looks-alike';

/** The refusal of what names a customer who was merged: it says who they are. */
const MERGED = 'merged';

export interface Written {
  id: string;
  added: boolean;
  /** It was there under another key. */
  found?: true;
  /** The answer, where it was written now or is a replay. */
  body?: unknown;
}

export type Result =
  | { written: Written; faults?: undefined; code?: undefined }
  | { written?: undefined; faults: Fault[]; code?: string };

/**
 * Writes commands that may all be sent again: what is there already is found by its key or its natural key, and adds
 * nothing.
 */
export class Writer {
  /** The highest position of all that was written. */
  position = 0n;
  /** Writes answered, new or not. */
  commands = 0;
  /** The end of the log when the import began; undefined when the store did not say. */
  private began?: Promise<bigint | undefined>;

  constructor(protected readonly api: Poster) {}

  /** Before anything is written: what lies behind this end is of this import. */
  protected async begin(): Promise<void> {
    this.began ??= this.endOfLog();
    await this.began;
  }

  /** @param known what a conflict means: the id of the same thing that is there already, or why it is another */
  protected async write(
    request: Request,
    known: (request: Request) => Promise<Fault[] | string>,
  ): Promise<Result> {
    let answer = await this.api.post(request.path, request.key, request.body);
    if (problemOf(answer).code === MERGED) {
      request = following(request, answer);
      answer = await this.api.post(request.path, request.key, request.body);
    }
    if (problemOf(answer).code === 'idempotency-key-reused') {
      // The same content came with other options, and may not have got through. Its natural key guards it.
      const key = contentKey('again', request.key, JSON.stringify(request.body));
      answer = await this.api.post(request.path, key, request.body);
    }
    this.commands += 1;
    if (answer.status < 300) {
      const { id, position } = answer.body as { id: string; position: string };
      this.passed(position);
      this.passed(answer.header('quittance-position'));
      const replayed =
        answer.header('idempotency-replayed') === 'true' && !(await this.isOurs(answer, position));
      return {
        written: {
          id,
          added: (answer.status === 201 || request.isPart === true) && !replayed,
          body: answer.body,
        },
      };
    }
    if (answer.status === 409 && problemOf(answer).code !== LOOKS_ALIKE) {
      const found = await known(request);
      if (typeof found === 'string') return { written: { id: found, added: false, found: true } };
      if (found.length) return { faults: found };
    }
    return { faults: faultsOf(answer, request), code: problemOf(answer).code };
  }

  /** Whether a try of this import did it, of which the answer was lost: it then lies behind where the import began. */
  private async isOurs({ again }: Answer, position: string): Promise<boolean> {
    const began = await this.began;
    return again && began !== undefined && BigInt(position) > began;
  }

  private async endOfLog(): Promise<bigint | undefined> {
    const { body } = await this.api.get('/v1/status');
    const end = (body as { eventStore?: { answers: boolean; position: string | null } } | undefined)
      ?.eventStore;
    return end?.answers ? BigInt(end.position ?? 0) : undefined;
  }

  /** @param caughtUp waits until all that this import wrote is projected */
  protected async find(path: string, limit = 10, caughtUp = true): Promise<{ [name: string]: unknown }[]> {
    const after = caughtUp ? `&after=${this.position}` : '';
    const answer = await this.api.get(`${path}&limit=${limit}${after}`);
    return (answer.body as { items?: { [name: string]: unknown }[] } | undefined)?.items ?? [];
  }

  private passed(position: string | undefined): void {
    if (position && /^\d+$/.test(position) && BigInt(position) > this.position)
      this.position = BigInt(position);
  }
}

/** The same request for whoever the customer is now. */
function following(request: Request, answer: Answer): Request {
  const { errors = [] } = problemOf(answer);
  const now = errors.flatMap(({ field, rule, value }) =>
    rule === MERGED ? [[field.slice(1), value] as const] : [],
  );
  const key = contentKey('merged', request.key, ...now.map(([, value]) => String(value)));
  const mergedCustomer = request.body.customerId;
  return { ...request, key, mergedCustomer, body: { ...request.body, ...Object.fromEntries(now) } };
}

function faultsOf(answer: Answer, request: Request): Fault[] {
  const { errors = [], detail, code, title } = problemOf(answer);
  if (!errors.length)
    return [
      { value: '', rule: detail ? `${code}: ${detail}` : `${answer.status} ${code ?? title ?? ''}`.trim() },
    ];
  return errors.map(({ field: pointer, rule, hint, value }) => {
    // What is said of a part of a cell is said of the cell.
    const field = request.fieldOf[pointer] ?? request.fieldOf[`/${pointer.split('/')[1]}`];
    const shown = typeof value === 'string' ? value : JSON.stringify(value ?? '');
    return { field, value: field ? undefined : shown, rule: hint ? `${rule}: ${hint}` : rule };
  });
}
