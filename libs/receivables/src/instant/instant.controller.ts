import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { commandContextOf, IsIdText, IsInstant, Refusals, UuidInPath } from '@quittance/http';
import { type Clock, Rejection } from '@quittance/kernel';
import {
  AFTER,
  Answer,
  answerOf,
  cursorFrom,
  instant,
  pageOf,
  PAGING,
  readCursor,
  readInstant,
  readQuery,
  ReadRoute,
  truth,
  words,
} from '@quittance/reading';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLOCK } from '../parts.js';
import { InstantQueries } from './instant.queries.js';

export class NameInstant {
  @IsIdText(100)
  @ApiProperty({ example: 'Close of March 2026' })
  name!: string;

  @IsInstant()
  knownAt!: string;
}

const ID = words('What paths take', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c');
const NAMED = answerOf({ id: ID });
const REMOVED = answerOf({ id: ID, removed: truth('Whether there was one', true) });
const INSTANT = {
  id: ID,
  name: words('What it is called', 'Close of March 2026'),
  knownAt: instant('The instant', '2026-04-02T22:00:00.000Z'),
  personId: words('Who named it', 'anna'),
};
/** What a cursor of the list belongs to. */
const INSTANTS = 'instants';
const json = (described: object): object => ({ content: { 'application/json': described } });

/** No dry run: it is done by no command. */
const NOTHING = {};

@ApiTags('Views')
@Controller('v1/instants')
export class InstantController {
  constructor(
    private readonly instants: InstantQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ReadRoute({
    summary: 'Instants that have a name, to ask for with `knownAt`; the latest first',
    parameters: PAGING,
    ...pageOf(answerOf(INSTANT)),
  })
  async list(@Query() query: Record<string, unknown>): Promise<Answer> {
    const { limit = PAGING.limit.standard, cursor } = readQuery(query, { ...PAGING, ...AFTER });
    const after = cursor === undefined ? undefined : readCursor(INSTANTS, cursor).after;
    const found = await this.instants.list({ limit, after });
    const items = found.slice(0, limit).map((one) => ({ ...one, knownAt: one.knownAt.toISOString() }));
    const last = items.at(-1);
    const next =
      found.length > limit && last ? cursorFrom(INSTANTS, { after: [last.knownAt, last.id] }) : null;
    return new Answer({ items, next });
  }

  @Post()
  @ApiOperation({
    summary: 'Give an instant of the past a name that everybody sees',
    description: 'An aid, no fact: it changes no answer. There are at most 1,000.',
  })
  @ApiCreatedResponse({ description: 'It has the name.', ...json(NAMED) })
  @ApiOkResponse({ description: 'It had the name already.', ...json(NAMED) })
  @Refusals('instant-taken', 'too-many-instants')
  async name(
    @Body() { name, knownAt }: NameInstant,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ id: string }> {
    readQuery(request.query as Record<string, unknown>, NOTHING);
    const { actor } = commandContextOf(request);
    const at = readInstant(knownAt)!;
    if (at > this.clock.now()) {
      const hint = 'an instant that is over: nobody knows yet what will be known';
      const field = { field: '/knownAt', rule: 'past', value: knownAt, hint };
      throw Rejection.invalid('invalid', 'A field is wrong.', field);
    }
    const { id, created } = await this.instants.name(actor.id, name, at);
    void reply.status(created ? 201 : 200);
    return { id };
  }

  @Post(':id/removal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take its name from an instant: one’s own, or as an admin any' })
  @ApiBody({ schema: { type: 'object', properties: {} } })
  @ApiOkResponse({ description: 'It has no name any more.', ...json(REMOVED) })
  @Refusals('instant-of-another')
  async remove(
    @Param('id', UuidInPath('id')) id: string,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string; removed: boolean }> {
    readQuery(request.query as Record<string, unknown>, NOTHING);
    const { actor } = commandContextOf(request);
    return { id, removed: await this.instants.remove(id, actor) };
  }
}
