import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { idempotencyKey, IsBusinessDate, IsUuid, IsWhole, Optional, correlationOf } from '@quittance/http';
import { type Clock, Rejection } from '@quittance/kernel';
import type { FastifyRequest } from 'fastify';
import { CLOCK } from '../parts.js';
import { DunningRun, type DunningRunResult } from './dunning-run.policy.js';

/** One page of a run of the chase for a business day. */
export class RunDunning {
  @ApiProperty({ description: 'The business day, today or earlier.', example: '2026-03-31' })
  @IsBusinessDate()
  on!: string;

  @ApiProperty({ description: '`next` of the page before.' })
  @Optional()
  @IsUuid()
  cursor?: string;

  @ApiProperty({ description: 'Invoices looked at in this page.', example: 200 })
  @Optional()
  @IsWhole(1, 500)
  limit?: number;
}

/** What a page of a run did. */
class DunningRunAnswer implements DunningRunResult {
  @ApiProperty({ format: 'date', example: '2026-03-31' })
  on!: string;

  @ApiProperty({ type: 'integer', description: 'Invoices looked at.', example: 200 })
  considered!: number;

  @ApiProperty({ type: 'integer', example: 31 })
  planned!: number;

  @ApiProperty({ type: 'integer', example: 4 })
  skipped!: number;

  @ApiProperty({ type: 'integer', example: 2 })
  escalated!: number;

  @ApiProperty({ type: 'integer', description: 'Those that come again with the next run.', example: 0 })
  failed!: number;

  @ApiProperty({
    type: 'integer',
    description: 'Escalations of a first run that wait for `POST /v1/dunning/confirmations`; none were made.',
    example: 0,
  })
  held!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Where to go on; null: nowhere.', example: null })
  next!: string | null;
}

@ApiTags('Dunning')
@Controller('v1/dunning')
export class DunningController {
  constructor(
    private readonly run: DunningRun,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('runs')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Plan the reminders and escalations of a day',
    description:
      'Page by page: go on with `cursor` until `next` is null. A step is known by its invoice, step and agreed due ' +
      'date, so running a day twice adds nothing. No mail leaves. The first run that escalates makes at most 50 escalations unasked: with ' +
      'more of them they are `held`, all of them, until a manager confirms them.',
  })
  @ApiOkResponse({ type: DunningRunAnswer })
  plan(@Body() { on, cursor, limit }: RunDunning, @Req() request: FastifyRequest): Promise<DunningRunResult> {
    idempotencyKey(request.headers['idempotency-key']);
    if (on > this.clock.today()) {
      throw Rejection.invalid('invalid', 'A field is wrong.', {
        field: '/on',
        rule: 'not-in-future',
        value: on,
        hint: `today (${this.clock.today()}) or earlier`,
      });
    }
    const by = { actor: request.actor!, correlationId: correlationOf(request) };
    return this.run.page(on, by, { after: cursor, limit });
  }
}
