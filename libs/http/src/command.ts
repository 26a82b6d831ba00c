import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandContext, CommandMessage, Outcome } from '@quittance/event-store';
import type { Role } from '@quittance/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dryRunOf } from './dry-run.js';
import type { LastWritten } from './last-written.js';
import { ProblemError } from './problem.js';
import { type Asker, correlationOf } from './request.js';
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
      request.commandContext = commandContextOf(request);
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

function written(outcome: Outcome, reply: FastifyReply): Written {
  const body = writtenOf(outcome);
  void reply
    .status(outcome.created ? 201 : 200)
    .headers({ ETag: `"${outcome.revision}"`, 'Quittance-Position': body.position });
  if (outcome.replayed) void reply.header('Idempotency-Replayed', 'true');
  return body;
}

/** The body that answers a command. */
export const writtenOf = ({ id, revision, position, answer }: Outcome): Written => ({
  ...{ id, revision: Number(revision), position: position.commit.toString() },
  ...(answer as object | undefined),
});

/** What a request says of a command beside its body. */
export interface Asked {
  key: string | string[] | undefined;
  ifMatch?: string;
  bodyHash?: string;
  formerBodyHash?: string;
}

/** The context of the command that a request carries. @throws ProblemError 400 without a usable Idempotency-Key */
export const commandContextOf = (request: FastifyRequest): CommandContext =>
  contextOf(request, {
    key: request.headers['idempotency-key'],
    ifMatch: request.headers['if-match'],
    bodyHash: request.bodyHash,
    formerBodyHash: request.formerBodyHash,
  });

/** The context of one command of a request. @throws ProblemError 400 without a usable Idempotency-Key */
export function contextOf(request: Asker, asked: Asked): CommandContext {
  const correlationId = correlationOf(request);
  const dryRun = dryRunOf(request);
  return {
    // What is only asked uses no key.
    key: dryRun ? randomUUID() : idempotencyKey(asked.key),
    ...(dryRun && { dryRun }),
    hash: asked.bodyHash ?? '',
    formerHash: asked.formerBodyHash,
    actor: request.actor!,
    correlationId,
    causationId: correlationId,
    ifMatch: ifMatch(asked.ifMatch),
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

/**
 * Revisions of which the stream must be at one (RFC 9110, strong comparison); `any`: it must exist. A weak tag, and one
 * that is none of ours, names no revision. @throws ProblemError 400 when it is no list of entity tags
 */
export function ifMatch(header: string | undefined): CommandContext['ifMatch'] {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return 'any';
  if (!TAGS.test(header)) {
    throw new ProblemError(
      400,
      'if-match-malformed',
      'If-Match: the ETag as answered, a revision in quotes: "3"; several by comma, or *.',
    );
  }
  return [...header.matchAll(EACH_TAG)].flatMap(([tag]) => {
    const revision = REVISION.exec(tag)?.[1];
    return revision === undefined ? [] : [BigInt(revision)];
  });
}

const TAG = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/;
const EACH_TAG = new RegExp(TAG, 'g');
const TAGS = new RegExp(`^[\\s,]*${TAG.source}(?:\\s*,[\\s,]*${TAG.source})*[\\s,]*$`);
/** As we write it: `"00"` is another tag than `"0"`. */
const REVISION = /^"(0|[1-9]\d{0,17})"$/;
