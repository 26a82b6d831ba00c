import { createHash } from 'node:crypto';
import { Logger, type Type } from '@nestjs/common';
import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { CommandMessage, Outcome } from '@quittance/event-store';
import type { FieldError } from '@quittance/kernel';
import { LARGEST_BODY, requestHash } from './body.js';
import { type Asked, contextOf, given, writtenOf } from './command.js';
import { WouldRecord } from './dry-run.js';
import { isPlainObject } from './validation.js';
import { ProblemError, problemOf } from './problem.js';
import { type Asker, correlationOf } from './request.js';
import { WrittenAnswer } from './write-route.js';
import { PROBLEM } from './refusals.js';
import { refuseRoles, type RouteRoles } from './roles.js';

const log = new Logger('http');

export const MOST_COMMANDS = 500;
const MOST_VALUES = 100;
/** So many commands begin, then others may come in: a batch does not keep the door. */
const AT_A_TIME = 10;

/** One command of a batch. */
export class BatchCommand {
  @ApiProperty({ description: 'The route that it would be sent to alone.', example: '/v1/customers' })
  route!: string;

  @ApiProperty({ description: 'Its own Idempotency-Key.', example: 'C-1001-register' })
  key!: string;

  @ApiProperty({
    description: 'What would be sent to the route: at most 100 values.',
    type: 'object',
    additionalProperties: true,
    example: { customerId: 'C-1001', name: 'Rossi S.r.l.' },
  })
  body!: object;
}

/** Many commands in one request. */
export class Batch {
  @ApiProperty({ type: BatchCommand, isArray: true, minItems: 1, maxItems: MOST_COMMANDS })
  commands!: BatchCommand[];
}

/** What became of one command: status and body as its own route would have answered. */
export class BatchAnswer {
  @ApiProperty({ type: 'integer', description: 'As its own route would have answered.', example: 201 })
  status!: number;

  @ApiProperty({
    description: 'As its own route would have answered: what was written, or a problem.',
    anyOf: [{ $ref: getSchemaPath(WrittenAnswer) }, PROBLEM],
  })
  body!: object;

  @ApiProperty({
    type: Boolean,
    required: false,
    description: 'An earlier request with its key had done it.',
  })
  replayed?: true;
}

/** Answers in the order of the commands. */
export class BatchAnswers {
  @ApiProperty({ type: [BatchAnswer] })
  answers!: BatchAnswer[];
}

/** A route whose commands a batch takes. */
export interface BatchRoute {
  /** As the table of roles has it: `POST /v1/invoices/:id/owner`. */
  key: string;
  command: Type<CommandMessage>;
  /** The fields of the command that the path holds, by its ids in turn. @throws ProblemError when one is none */
  path?: (id: string, part: string) => object;
}

export interface BatchParts {
  routes: readonly BatchRoute[];
  roles: RouteRoles;
  /** The body as its class, checked. */
  check: (command: Type<CommandMessage>, body: object) => CommandMessage;
  execute: (command: CommandMessage) => Promise<Outcome>;
}

/** The commands of a request's body, each of the right shape. @throws ProblemError 422 */
export function commandsOf(body: unknown): BatchCommand[] {
  const { commands, ...others } = isPlainObject(body) ? (body as { commands?: unknown }) : {};
  const wrong = (error: FieldError): ProblemError =>
    new ProblemError(422, 'invalid', 'A field is wrong.', [error]);
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw wrong({ field: `/${other}`, rule: 'unknown-field', hint: 'a batch has commands only' });
  if (!Array.isArray(commands) || commands.length < 1 || commands.length > MOST_COMMANDS) {
    throw wrong({ field: '/commands', rule: 'list', hint: `a list of 1 to ${MOST_COMMANDS} commands` });
  }
  for (const [i, command] of (commands as unknown[]).entries()) {
    const { route, key, body, ...more } = isPlainObject(command) ? (command as Partial<BatchCommand>) : {};
    const fits = typeof route === 'string' && typeof key === 'string' && isPlainObject(body);
    if (!fits || Object.keys(more).length > 0) {
      throw wrong({ field: `/commands/${i}`, rule: 'command', hint: 'an object of route, key and body' });
    }
  }
  return commands as BatchCommand[];
}

/**
 * Does the commands of a batch side by side, each as if it had been sent to its own route: its roles, its key, its refusals.
 * No transaction: what is done is done, whatever becomes of the others.
 * @returns answers in the order of the commands, and the highest position that one of them wrote
 */
export async function doBatch(
  commands: readonly BatchCommand[],
  request: Asker,
  parts: BatchParts,
): Promise<{ answers: BatchAnswer[]; position: bigint }> {
  let highest = 0n;
  const done: Promise<BatchAnswer>[] = [];
  for (const [i, command] of commands.entries()) {
    if (i % AT_A_TIME === 0 && i > 0) await new Promise((resolve) => setImmediate(resolve));
    done.push(
      doOne(command, request, parts).then(({ position, ...answer }) => {
        if (position !== undefined && position > highest) highest = position;
        return answer;
      }),
    );
  }
  return { answers: await Promise.all(done), position: highest };
}

async function doOne(
  { route, key, body }: BatchCommand,
  request: Asker,
  { routes, roles, check, execute }: BatchParts,
): Promise<BatchAnswer & { position?: bigint }> {
  try {
    const url = route.replace(/^POST /, '');
    const [found, ids] = routeOf(url, routes);
    refuseRoles(roles, found.key, request.actor!);
    const [id, part = ''] = ids;
    const path = id === undefined ? {} : found.path?.(id, part);
    const context = contextOf(request, asked(url, key, body));
    const command = check(found.command, body);
    const outcome = await execute(given(command, context, path as Partial<CommandMessage>));
    return {
      status: outcome.created ? 201 : 200,
      body: writtenOf(outcome),
      ...(outcome.replayed && { replayed: true as const }),
      position: outcome.position.commit,
    };
  } catch (error) {
    if (error instanceof WouldRecord) return { status: 200, body: error.answer };
    const { problem, unforeseen } = problemOf(error);
    if (unforeseen) log.error({ correlationId: correlationOf(request), route, err: error });
    if (problem.status === 403 || problem.code === 'idempotency-key-reused') {
      request.refusal ??= { status: problem.status, code: problem.code };
    }
    return { status: problem.status, body: problem };
  }
}

/** The hashes of the request that the command would be alone. @throws ProblemError 413, 422 for too much of it */
function asked(url: string, key: string, body: object): Asked {
  const bytes = Buffer.from(JSON.stringify(body));
  if (bytes.length > LARGEST_BODY) {
    throw new ProblemError(413, 'too-large', `A command of a batch is at most ${LARGEST_BODY / 1024} KiB.`);
  }
  if (valuesIn(body) > MOST_VALUES) {
    const hint = `at most ${MOST_VALUES} values in a command of a batch: send this one alone`;
    throw new ProblemError(422, 'invalid', 'The command holds too much.', [
      { field: '', rule: 'max-values', hint },
    ]);
  }
  const former = createHash('sha256').update(`POST ${url}\n`).update(bytes).digest('hex');
  return { key, bodyHash: requestHash({ method: 'POST', url }, body, bytes), formerBodyHash: former };
}

function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((count, part) => count + valuesIn(part), 0);
}

/** @throws ProblemError 404 */
function routeOf(url: string, routes: readonly BatchRoute[]): [route: BatchRoute, ids: string[]] {
  const parts = url.split('/');
  for (const route of routes) {
    const pattern = route.key.replace(/^POST /, '').split('/');
    if (pattern.length !== parts.length) continue;
    if (!pattern.every((part, i) => part.startsWith(':') || part === parts[i])) continue;
    return [route, parts.filter((_, i) => pattern[i]!.startsWith(':'))];
  }
  const known = routes.map(({ key }) => key.replace(/^POST /, '')).join(', ');
  throw new ProblemError(404, 'not-found', `There is no such route for a batch; there are ${known}.`);
}
