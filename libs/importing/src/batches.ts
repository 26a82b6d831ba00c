import { createHash } from 'node:crypto';
import type { Answer, Poster } from './answer.js';

/** Commands of one request: fewer than the API takes, so that none is waited for long. */
const MOST = 200;
/** Requests under way at once. */
const SIDE_BY_SIDE = 3;
/** What is said of one command so is asked again alone, as any request is. */
const ASK_ALONE = new Set([401, 403, 429, 502, 503, 504]);

interface Waiting {
  path: string;
  key: string;
  body: object;
  answered: (answer: Answer) => void;
  failed: (error: Error) => void;
}

interface BatchAnswers {
  answers?: { status: number; body: unknown; replayed?: true }[];
}

/**
 * Sends commands that come at the same time in one request (POST /v1/batches). Each keeps its own key and is answered as if it
 * had been sent alone; a batch whose answer was lost is sent again byte for byte. One that comes alone is sent alone.
 */
export class Batches implements Poster {
  private queue: Waiting[] = [];
  private underWay = 0;
  private flushing = false;

  constructor(private readonly api: Poster) {}

  get(path: string): Promise<Answer> {
    return this.api.get(path);
  }

  post(path: string, key: string, body: object): Promise<Answer> {
    return new Promise((answered, failed) => {
      this.queue.push({ path, key, body, answered, failed });
      this.flushSoon();
    });
  }

  /** After all that is under way at this moment has asked for what it needs. */
  private flushSoon(): void {
    if (this.flushing) return;
    this.flushing = true;
    setImmediate(() => {
      this.flushing = false;
      while (this.queue.length > 0 && this.underWay < SIDE_BY_SIDE) {
        const taken = this.queue.splice(0, MOST);
        this.underWay += 1;
        void this.send(taken).finally(() => {
          this.underWay -= 1;
          if (this.queue.length > 0) this.flushSoon();
        });
      }
    });
  }

  private async send(taken: Waiting[]): Promise<void> {
    try {
      if (taken.length === 1) return taken[0]!.answered(await this.alone(taken[0]!));
      const commands = taken.map(({ path, key, body }) => ({ route: path, key, body }));
      const answer = await this.api.post('/v1/batches', keyOf(taken), { commands });
      const { answers } = (answer.body ?? {}) as BatchAnswers;
      await Promise.all(
        taken.map(async (command, i) => {
          const one = answers?.[i];
          const done =
            one && !ASK_ALONE.has(one.status) ? answerOf(one, answer.again) : await this.again(command);
          command.answered(done);
        }),
      );
    } catch (error) {
      for (const { failed } of taken) failed(error as Error);
    }
  }

  private alone({ path, key, body }: Waiting): Promise<Answer> {
    return this.api.post(path, key, body);
  }

  /** It was sent before: what that did is told as done before. */
  private async again(command: Waiting): Promise<Answer> {
    return { ...(await this.alone(command)), again: true };
  }
}

const keyOf = (commands: readonly Waiting[]): string =>
  `import-batch-${createHash('sha256')
    .update(commands.map(({ key }) => key).join('\n'))
    .digest('base64url')}`;

function answerOf(
  { status, body, replayed }: { status: number; body: unknown; replayed?: true },
  again: boolean,
): Answer {
  const headers: { [name: string]: string | undefined } = {
    'idempotency-replayed': replayed ? 'true' : undefined,
  };
  return { status, body, again, header: (name) => headers[name.toLowerCase()] };
}
