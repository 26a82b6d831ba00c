import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WouldRecord } from './dry-run.js';
import { correlationOf } from './request.js';
import { problemOf } from './problem.js';

const log = new Logger('http');

/** Answers any error as application/problem+json. Fastify's own errors and Nest's come through here alike. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { problem, headers, unforeseen, trouble } = problemOf(error);
  if (unforeseen) {
    log.error({ correlationId: correlationOf(request), route: request.routeOptions.url, err: error });
  }
  if (trouble) log.warn({ correlationId: correlationOf(request), route: request.routeOptions.url, trouble });
  if (reply.sent) return;
  request.refusal = { status: problem.status, code: problem.code, field: problem.errors[0]?.field };
  if (problem.status === 401 || problem.status === 403) (reply as Dressed).helmet?.();
  void reply
    .status(problem.status)
    // Also where no hook has run yet: an unreadable path.
    .headers({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store', ...headers })
    .header('X-Correlation-Id', correlationOf(request))
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

/** As @fastify/helmet decorates it: a refusal at the door may end up in a browser. */
type Dressed = FastifyReply & { helmet?: () => unknown };

function sendDryRun({ answer }: WouldRecord, request: FastifyRequest, reply: FastifyReply): void {
  // What is serialized is no outcome of a command.
  request.commandContext = undefined;
  void reply.status(200).header('X-Correlation-Id', correlationOf(request)).send(answer);
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    if (error instanceof WouldRecord) return sendDryRun(error, http.getRequest(), http.getResponse());
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
