import { Body, Controller, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { CommandContext, Outcome } from '@quittance/event-store';
import {
  commandContextOf,
  Context,
  given,
  Refusals,
  UuidInPath,
  WriteRoute,
  WrittenAnswer,
} from '@quittance/http';
import { Rejection } from '@quittance/kernel';
import { answerOf, readQuery, words } from '@quittance/reading';
import type { FastifyRequest } from 'fastify';
import { DECLARED_FACTS } from '../parts.js';
import { ChangeWebhook, RegisterWebhook } from './webhook.commands.js';
import { WebhookDeliveries } from './webhook.deliveries.js';
import { WebhookSecrets } from './webhook.secrets.js';

class WebhookRegistered extends WrittenAnswer {
  @ApiProperty({
    description:
      'Signs deliveries (Standard Webhooks). Shown once: a replay of the request answers none; ask for a new one then.',
    example: 'whsec_c2VjcmV0IG9mIHRoaXMgZXhhbXBsZSBhbG9uZSE=',
    required: false,
  })
  secret?: string;
}

const json = (described: object): object => ({ content: { 'application/json': described } });
const ID = words('What paths take', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c');
const SECRET = answerOf({
  id: ID,
  secret: words('Shown once', 'whsec_c2VjcmV0IG9mIHRoaXMgZXhhbXBsZSBhbG9uZSE='),
});
const AGAIN = answerOf({ id: ID, status: words('It is in line again', 'waiting') });
/** No dry run: it is done by no command. */
const NOTHING = {};

@ApiTags('Webhooks')
@Controller('v1/webhooks')
export class WebhookController {
  constructor(
    private readonly commands: CommandBus,
    private readonly secrets: WebhookSecrets,
    private readonly deliveries: WebhookDeliveries,
    @Inject(DECLARED_FACTS) private readonly facts: Readonly<Record<string, unknown>>,
  ) {}

  @Post()
  @WriteRoute({
    summary: 'Register a webhook',
    description:
      'Facts of these types that are recorded from then on are sent to the address, signed, at least once and without what is personal ' +
      'in them. Their order is not promised: `position` tells it.',
    creates: true,
    answer: WebhookRegistered,
    refusals: { 422: ['unknown-fact-type'] },
  })
  async register(@Body() command: RegisterWebhook, @Context() context: CommandContext): Promise<Outcome> {
    this.mustBeTypes(command.types);
    const outcome = await this.commands.execute<RegisterWebhook, Outcome>(given(command, context));
    if (context.dryRun || outcome.replayed || !outcome.created) return outcome;
    return { ...outcome, answer: { secret: await this.secrets.make(outcome.id) } };
  }

  @Post(':id')
  @WriteRoute({
    summary: 'Change a webhook: where it is told, of what, or whether at all',
    description: 'Only what is named changes. What is recorded while it is switched off is not told later.',
    refusals: { 404: ['webhook-not-found'], 422: ['unknown-fact-type'] },
  })
  change(
    @Param('id', UuidInPath('id')) id: string,
    @Body() command: ChangeWebhook,
    @Context() context: CommandContext,
  ): Promise<Outcome> {
    this.mustBeTypes(command.types ?? []);
    return this.commands.execute(given(command, context, { webhookId: id }));
  }

  @Post(':id/secret')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Make a new secret for a webhook',
    description: 'Shown once. The one before signs beside it for 24 hours.',
  })
  @ApiBody({ schema: { type: 'object', properties: {} } })
  @ApiOkResponse({ description: 'It signs from now on.', ...json(SECRET) })
  @Refusals('not-found')
  async secret(
    @Param('id', UuidInPath('id')) id: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string; secret: string }> {
    readQuery(query, NOTHING);
    commandContextOf(request);
    await this.deliveries.mustExist(id);
    return { id, secret: await this.secrets.make(id) };
  }

  @Post('deliveries/:id/redelivery')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Send a delivery again, now and with all its tries',
    description: 'Also one that was delivered: its receiver knows it by its webhook-id.',
  })
  @ApiBody({ schema: { type: 'object', properties: {} } })
  @ApiOkResponse({ description: 'It is in line.', ...json(AGAIN) })
  @Refusals('not-found')
  async again(
    @Param('id', UuidInPath('id')) id: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string; status: string }> {
    readQuery(query, NOTHING);
    commandContextOf(request);
    await this.deliveries.sendAgain(id);
    return { id, status: 'waiting' };
  }

  /** @throws Rejection 422 for a type that no fact has */
  private mustBeTypes(types: readonly string[]): void {
    const wrong = types.findIndex((type) => !Object.hasOwn(this.facts, type));
    if (wrong < 0) return;
    throw Rejection.invalid('unknown-fact-type', `There are no facts of type ${types[wrong]}.`, {
      field: `/types/${wrong}`,
      rule: 'exists',
      value: types[wrong],
      hint: 'a type of docs/facts.md, as InvoiceIssued',
    });
  }
}
