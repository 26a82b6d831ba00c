import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandMessage } from '@quittance/event-store';
import {
  Batch,
  BatchAnswers,
  type BatchRoute,
  BodyPipe,
  commandsOf,
  correlationOf,
  doBatch,
  dryRunOf,
  idempotencyKey,
  LastWritten,
  type RouteRoles,
} from '@quittance/http';
import type { Clock } from '@quittance/kernel';
import type { FastifyContextConfig, FastifyReply, FastifyRequest } from 'fastify';
import { CLOCK, ROLES_OF_ROUTES, ROUTES_OF_BATCHES } from '../parts.js';

@ApiTags('Batches')
@Controller('v1/batches')
export class BatchController {
  private readonly pipe: BodyPipe;

  constructor(
    private readonly commands: CommandBus,
    private readonly lastWritten: LastWritten,
    @Inject(CLOCK) clock: Clock,
    @Inject(ROUTES_OF_BATCHES) private readonly routes: readonly BatchRoute[],
    @Inject(ROLES_OF_ROUTES) private readonly roles: RouteRoles,
  ) {
    this.pipe = new BodyPipe((date) => clock.hasDay?.(date) ?? true);
  }

  @Post()
  @HttpCode(200)
  @RouteConfig({ largestBody: 4 * 1024 * 1024, mostValues: 100_000 } satisfies FastifyContextConfig)
  @ApiOperation({
    summary: 'Send up to 500 commands in one request',
    description:
      'Each command is what its own route makes of it: its roles, its key (the same command under the same key is done once, ' +
      'in a batch or alone), its status and body. Answers stand in the order of the commands. It is no transaction, and commands are ' +
      'done side by side: one that needs another belongs into a later batch. A command has at most 100 values. A body of at most 4096 KiB. The ' +
      'key of the request itself says nothing of the commands.',
  })
  @ApiBody({ type: Batch })
  @ApiOkResponse({
    description: 'What became of each command; look at each status.',
    type: BatchAnswers,
    example: {
      answers: [
        { status: 201, body: { id: 'C-1001', revision: 0, position: '4711' } },
        {
          status: 409,
          body: {
            type: '/docs#problem-number-taken',
            title: 'Conflict',
            status: 409,
            code: 'number-taken',
            detail: 'Invoice 2026-1 was issued before.',
            errors: [],
          },
        },
      ],
    },
  })
  async send(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BatchAnswers> {
    if (!dryRunOf(request)) idempotencyKey(request.headers['idempotency-key']);
    const { answers, position } = await doBatch(commandsOf(request.body), request, {
      routes: this.routes,
      roles: this.roles,
      check: (metatype, given) => this.pipe.transform(given, { type: 'body', metatype }) as CommandMessage,
      execute: (command) => this.commands.execute(command),
    });
    this.lastWritten.note(position);
    void reply.headers({
      'Quittance-Position': position.toString(),
      'X-Correlation-Id': correlationOf(request),
    });
    return { answers };
  }
}
