import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandContext, CommandMessage, Outcome } from '@quittance/event-store';
import type { Role } from '@quittance/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LastWritten } from './last-written.js';
import { ProblemError } from './problem.js';
import { correlationOf } from './request.js';
import { isIdText } from './validation.js';

/** What every write answers; a route adds its own. */
export interface Written {
  /** What paths take. */
  id: string;
  revision: number;
  /** Decimal; `?after=` of a read waits for it. */
  position: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route carries a command (`WriteRoute`). */
    write?: boolean;
  }
}

/**
 * Around every write: asks for the Idempotency-Key, reads If-Match, makes the command's context; then answers
 * the outcome with its revision and position, 201 when the command began a stream (also told again). As hooks of
 * Fastify: an interceptor of Nest does the same through an observable, at some percent of a request.
 */
export function answerWrites(fastify: FastifyInstance, lastWritten: LastWritten): void {
  fastify.addHook('preHandler', (request, _reply, done) => {
    if (!request.routeOptions.config.write) return done();
    try {
      request.commandContext = contextOf(request);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
  // A refusal is no object but a text by now: what a write serializes is its outcome.
  fastify.addHook<Outcome>('preSerialization', (request, reply, outcome, done) => {
    if (!request.commandContext) return done(null, outcome);
    lastWritten.note(outcome.position.commit);
    void reply.header('X-Correlation-Id', correlationOf(request));
    done(null, written(outcome, reply));
  });
}

/** The context of the command that this request carries. */
export const Context = createParamDecorator(
  (_data: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest>().commandContext!,
);

/**
 * The command with its context, and with the ids of the path where the route has some.
 * @throws ProblemError 403 when it states when it was recorded and the caller is no importer
 */
export function given<Command extends CommandMessage>(
  command: Command,
  context: CommandContext,
  path: Partial<Command> = {},
): Command {
  if (command.statedRecordedAt !== undefined && !context.actor.roles.includes(STATING)) {
    throw new ProblemError(403, 'forbidden', `To state when it was recorded needs the role ${STATING}.`, [
      {
        field: '/statedRecordedAt',
        rule: 'role',
        hint: `leave it out, or send a token that has the role ${STATING} as well`,
      },
    ]);
  }
  return Object.assign(command, path, { context });
}

/** Who may say that a fact was recorded elsewhere, and when: it moves answers of `known=stated`. */
const STATING: Role = 'importer';

function written({ id, revision, position, ...outcome }: Outcome, reply: FastifyReply): Written {
  const at = position.commit.toString();
  void reply.status(outcome.created ? 201 : 200).headers({ ETag: `"${revision}"`, 'Quittance-Position': at });
  if (outcome.replayed) void reply.header('Idempotency-Replayed', 'true');
  return { id, revision: Number(revision), position: at, ...(outcome.answer as object | undefined) };
}

function contextOf(request: FastifyRequest): CommandContext {
  const correlationId = correlationOf(request);
  return {
    key: idempotencyKey(request.headers['idempotency-key']),
    hash: request.bodyHash ?? '',
    actor: request.actor!,
    correlationId,
    causationId: correlationId,
    expectedRevision: ifMatch(request.headers['if-match']),
    traceparent: request.traceparent,
  };
}

/** @throws ProblemError 400 when it is missing or not printable */
export function idempotencyKey(header: string | string[] | undefined): string {
  if (header === undefined || header === '') {
    throw new ProblemError(400, 'idempotency-key-missing', 'A write needs the header Idempotency-Key.', [
      {
        field: '',
        rule: 'required',
        hint: 'send Idempotency-Key with a value that is new for each request, as a uuid',
      },
    ]);
  }
  if (!isIdText(header, 255)) {
    throw new ProblemError(
      400,
      'idempotency-key-malformed',
      'Idempotency-Key: printable text of 1 to 255 characters.',
    );
  }
  return header;
}

/** The revision that the caller saw; `*` and no header ask for none. @throws ProblemError 400 */
export function ifMatch(header: string | undefined): bigint | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const revision = /^\s*"(\d{1,18})"\s*$/.exec(header)?.[1];
  if (revision === undefined) {
    throw new ProblemError(
      400,
      'if-match-malformed',
      'If-Match: the ETag as answered, a revision in quotes: "3".',
    );
  }
  return BigInt(revision);
}
