import type { LoggerService } from '@nestjs/common';
import { correlationOf } from '@quittance/http';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** Nest's own messages on the same log. */
export function forNest(log: Logger): LoggerService {
  const line =
    (level: 'info' | 'warn' | 'error' | 'debug' | 'trace' | 'fatal') =>
    (message: unknown, ...rest: unknown[]): void => {
      // The last is where it comes from; before it a stack may stand, which begins with the words of the error.
      const context = rest.findLast((part) => typeof part === 'string' && /^[\w ]{1,50}$/.test(part));
      if (typeof message === 'object' && message !== null) log[level]({ context, ...message });
      else log[level]({ context }, String(message));
    };
  return {
    log: line('debug'), // Nest tells of every route at its start
    warn: line('warn'),
    error: line('error'),
    debug: line('debug'),
    verbose: line('trace'),
    fatal: line('fatal'),
  };
}

/** One line a request: failures of ours as errors, the rest for debugging. */
export function logRequests(fastify: FastifyInstance, log: Logger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const level = reply.statusCode >= 500 ? 'error' : 'debug';
    if (log.isLevelEnabled(level)) {
      log[level]({
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        correlationId: correlationOf(request),
        ...(request.traceparent !== undefined && { traceId: request.traceparent.slice(3, 35) }),
      });
    }
    done();
  });
}
