import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { commandContextOf, IsIdText, IsWhole, Optional, Refusals } from '@quittance/http';
import {
  AFTER,
  Answer,
  answerOf,
  count,
  decimal,
  measured,
  oneOf,
  orNull,
  readQuery,
  ReadRoute,
  type Says,
  truth,
  words,
} from '@quittance/reading';
import type { FastifyRequest } from 'fastify';
import { Demonstration, type Progress } from './demonstration.js';
import { FULL } from './history.js';

/** Of an installation that is empty. */
export class LoadDemonstration {
  @IsIdText(50)
  @ApiProperty({ description: 'The same seed makes the same history of a day.', example: 'quittance' })
  seed!: string;

  @Optional()
  @IsWhole(10, 20_000)
  @ApiProperty({
    description: `${FULL.invoices} when left out; customers in proportion.`,
    example: FULL.invoices,
  })
  invoices?: number;
}

const PROGRESS = answerOf({
  offered: truth(
    'Whether it can be loaded: nothing was recorded yet, and tokens come from no AUTH_ISSUER',
    false,
  ),
  state: oneOf('Where it is', ['none', 'running', 'done', 'failed'], 'running'),
  seed: orNull(words('Of what was asked for last', 'quittance')),
  done: count('Commands that were sent', 4_211),
  total: count('Commands in all', 13_604),
  refused: count('Of those sent', 0),
  because: orNull(words('The first that was refused, and why', 'POST /v1/payments: invalid')),
  position: orNull(decimal('The last position written, for `after`', '48213')),
  seconds: measured('Since it began, or that it took', 12.4),
} satisfies Says<Progress>);

/** No dry run: it is done by no command. */
const NOTHING = {};

@ApiTags('Demonstration')
@Controller('v1/demonstration')
export class DemonstrationController {
  constructor(private readonly demonstration: Demonstration) {}

  @Get()
  @ReadRoute({
    summary: 'How far the demonstration is',
    description: 'As the process that answers knows it; none after a restart.',
    ...PROGRESS,
  })
  async look(@Query() query: Record<string, unknown>): Promise<Answer> {
    readQuery(query, AFTER);
    return new Answer(await this.demonstration.look());
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Load the demonstration into an installation that is empty',
    description:
      'Two years of an invented company up to today: 400 customers and 6,000 invoices in four currencies, payments whole and in ' +
      'parts, credit notes, disputes, promises, plans, write-offs, and corrections recorded late. Each is a command with a stated time: ' +
      'ask with `known=stated`. It goes on after the answer; GET says how far it is.',
  })
  @ApiOkResponse({
    description: 'It has begun, or was under way.',
    content: { 'application/json': PROGRESS },
  })
  @Refusals('not-empty', 'no-demonstration')
  async load(
    @Body() { seed, invoices = FULL.invoices }: LoadDemonstration,
    @Req() request: FastifyRequest,
  ): Promise<Progress> {
    readQuery(request.query as Record<string, unknown>, NOTHING);
    commandContextOf(request);
    const customers = Math.ceil((invoices * FULL.customers) / FULL.invoices);
    return this.demonstration.begin(seed, { customers, invoices });
  }
}
