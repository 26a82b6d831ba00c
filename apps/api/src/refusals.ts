import { correlationOf } from '@quittance/http';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';

/**
 * A warning for what a break-in begins with: refused tokens and roles, a key used for another request, a cursor made by
 * hand. Never the token, the key or a value.
 */
export function logRefusals(fastify: FastifyInstance, log: Logger): void {
  const sample = new Sample();
  fastify.addHook('onResponse', (request, reply, done) => {
    const event = request.refusal && eventOf(request.refusal);
    if (event === undefined) return done();
    const leftOut = sample.take(`${event} ${request.ip}`);
    if (leftOut !== undefined) {
      log.warn(
        {
          event,
          status: reply.statusCode,
          method: request.method,
          route: request.routeOptions.url ?? 'unknown',
          actor: request.actor?.id,
          address: request.ip,
          correlationId: correlationOf(request),
          ...(leftOut > 0 && { leftOut }),
        },
        'refused',
      );
    }
    done();
  });
}

function eventOf({
  status,
  code,
  field,
}: {
  status: number;
  code: string;
  field?: string;
}): string | undefined {
  if (status === 401 || status === 403 || status === 429) return code;
  if (code === 'idempotency-key-reused') return code;
  return status === 422 && field === '/cursor' ? 'cursor' : undefined;
}

/** Lines of one kind and address in a minute, and of all. */
const MOST = 10;
const MOST_IN_ALL = 200;
const WINDOW_MS = 60_000;

/** Which of many like events get a line: the first ones of a minute. The next minute's first says how many had none. */
export class Sample {
  private readonly seen = new LRUCache<string, { since: number; lines: number; leftOut: number }>({
    max: 1_000,
  });
  private all = { since: 0, lines: 0 };

  /** @returns how many were left out since the last line, or undefined when this one is */
  take(kind: string, now = Date.now()): number | undefined {
    if (now - this.all.since >= WINDOW_MS) this.all = { since: now, lines: 0 };
    let one = this.seen.get(kind);
    if (!one || now - one.since >= WINDOW_MS) {
      one = { since: now, lines: 0, leftOut: one?.leftOut ?? 0 };
      this.seen.set(kind, one);
    }
    if (one.lines >= MOST || this.all.lines >= MOST_IN_ALL) {
      one.leftOut += 1;
      return undefined;
    }
    one.lines += 1;
    this.all.lines += 1;
    const { leftOut } = one;
    one.leftOut = 0;
    return leftOut;
  }
}
