import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Outcome } from '@quittance/event-store';
import { AFTER, Answer, cursorFrom, PAGING, readCursor, readQuery, ReadRoute } from '@quittance/reading';
import {
  given,
  commandContextOf,
  InWords,
  IsIdText,
  IsTextList,
  OF_COMMANDS,
  Optional,
  Refusals,
  Rule,
} from '@quittance/http';
import { Rejection } from '@quittance/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PARKED_ANSWER, RELEASE_ANSWER } from './parked.answer.js';
import { ReleaseStreams } from './parked.commands.js';
import { ParkedStreams, type ReleaseResult } from './parked.queries.js';

/** Which parked streams are to go on: those named, or `"all": true`. */
export class ReleaseParked {
  @ApiProperty({
    description: 'Names of streams, at most 100.',
    example: ['invoice-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'],
  })
  @Optional()
  @IsTextList(100)
  streams?: string[];

  @ApiProperty({ description: 'In place of names: all of them.', example: true })
  @Optional()
  @Rule('true', 'true, or left out', (value) => value === true, { type: Boolean })
  all?: true;

  @ApiProperty({
    description: 'Why. It is kept with who asked, for ever and readable: it must name nobody.',
    example: 'The constraint that refused it is gone',
  })
  @Optional()
  @IsIdText(500)
  @InWords()
  reason?: string;
}

/** What a cursor of the list belongs to. */
const PARKED = 'parked';

@ApiTags('Health')
@Controller('v1/parked')
export class ParkedController {
  constructor(
    private readonly parked: ParkedStreams,
    private readonly commands: CommandBus,
  ) {}

  @Get()
  @ReadRoute({
    summary: 'Parked streams: those with a fact that a projection could not take',
    description:
      'The fact, the error, since when, how many facts wait and which amounts reports leave out meanwhile; by their ' +
      'facts’ order. `total` counts all.',
    parameters: PAGING,
    ...PARKED_ANSWER,
  })
  async list(@Query() query: Record<string, unknown>): Promise<Answer> {
    const { limit = PAGING.limit.standard, cursor } = readQuery(query, { ...PAGING, ...AFTER });
    const first = cursor === undefined ? undefined : readCursor(PARKED, cursor);
    const [position, projection] = first?.after ?? [];
    const after = position !== undefined && projection !== undefined ? { position, projection } : undefined;
    const { items, total, more, through } = await this.parked.list({
      limit,
      after,
      through: first?.pinned?.through,
    });
    const last = items.at(-1);
    const next =
      more && last
        ? cursorFrom(PARKED, { after: [last.position, last.projection], pinned: { through } })
        : null;
    return new Answer({ items, total, next });
  }

  @Post('releases')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Let parked streams go on, after the cause is gone',
    description:
      'Their facts are projected from where they stopped, by the version that answers. One that fails again stays ' +
      'parked and is answered with its error. Asking twice does no harm. Who asked is recorded first (StreamsReleased), ' +
      'where anything waits; `Quittance-Position` is that of the fact.',
  })
  @ApiOkResponse({ description: 'What became of them.', content: { 'application/json': RELEASE_ANSWER } })
  @Refusals(...OF_COMMANDS, 'other-version')
  async release(
    @Body() { streams, all, reason }: ReleaseParked,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReleaseResult> {
    const context = commandContextOf(request);
    if ((streams === undefined) === (all === undefined) || streams?.length === 0) {
      throw Rejection.invalid('invalid', 'A field is wrong.', {
        field: '/streams',
        rule: 'required',
        hint: 'name streams, or send "all": true',
      });
    }
    const waiting = await this.parked.releasable(streams);
    if (waiting.length > 0) {
      const command = given(new ReleaseStreams(), context, { streams: waiting, reason });
      const { position } = await this.commands.execute<ReleaseStreams, Outcome>(command);
      void reply.header('Quittance-Position', String(position.commit));
    }
    return this.parked.release(streams);
  }
}
