import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import {
  commandContextOf,
  IsIdText,
  IsTrueOrFalse,
  Optional,
  Refusals,
  Rule,
  UuidInPath,
} from '@quittance/http';
import {
  AFTER,
  Answer,
  answerOf,
  asText,
  count,
  cursorFrom,
  pageOf,
  PAGING,
  readCursor,
  readQuery,
  ReadRoute,
  type Says,
  truth,
  words,
} from '@quittance/reading';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type View, ViewQueries } from './view.queries.js';

export class SaveView {
  @IsIdText(100)
  @ApiProperty({ example: 'Overdue > 1,000' })
  name!: string;

  @Rule(
    'path',
    'a path of the page, from / on: /invoices',
    (value) => typeof value === 'string' && /^\/(?!\/)[\w./~%:@!$&'()*+,;=-]{0,199}$/.test(value),
    { type: String, maxLength: 200, example: '/invoices' },
  )
  path!: string;

  @Rule(
    'search',
    'the query of an address, percent-encoded, without its question mark, of at most 4,000 characters',
    (value) => typeof value === 'string' && /^[\x21-\x7e]{0,4000}$/.test(value) && !value.startsWith('?'),
    { type: String, maxLength: 4_000, example: 'status=overdue&open=1000..&sort=-open' },
  )
  search!: string;

  @Optional()
  @IsTrueOrFalse()
  @ApiProperty({ example: false })
  shared?: boolean;
}

const IDS = {
  id: words('What paths take', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  revision: count('How often it was changed; also the ETag', 0),
};
const VIEW = {
  ...IDS,
  name: words('What its person calls it', 'Overdue > 1,000'),
  path: words('The page', '/invoices'),
  search: words('The query of its address', 'status=overdue&open=1000..&sort=-open'),
  shared: truth('Whether everybody is offered it', false),
  personId: words('Who saved it', 'anna'),
} satisfies Says<View>;
const ETAG = {
  ETag: { description: 'The quoted revision, for If-Match.', schema: { type: 'string' as const } },
};
const REMOVED = answerOf({ id: IDS.id, removed: truth('Whether there was one', true) });
const SAVED = { content: { 'application/json': answerOf(IDS) }, headers: ETAG };
const ASKED = { ...PAGING, path: asText('the page that views are of', '/invoices') };
/** What a cursor of the list belongs to. */
const VIEWS = 'views';

/** No dry run: it is done by no command. */
const NOTHING = {};

@ApiTags('Views')
@Controller('v1/views')
export class ViewController {
  constructor(private readonly views: ViewQueries) {}

  @Get()
  @ReadRoute({
    summary: 'Saved views: one’s own, and those that are shared; by name',
    parameters: ASKED,
    ...pageOf(answerOf(VIEW)),
  })
  async list(@Query() query: Record<string, unknown>, @Req() request: FastifyRequest): Promise<Answer> {
    const { limit = PAGING.limit.standard, cursor, path } = readQuery(query, { ...ASKED, ...AFTER });
    const question = `${VIEWS} ${path ?? ''}`;
    const after = cursor === undefined ? undefined : readCursor(question, cursor).after;
    const found = await this.views.list(request.actor!.id, path, { limit, after });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const next = found.length > limit && last ? cursorFrom(question, { after: [last.name, last.id] }) : null;
    return new Answer({ items, next });
  }

  @Post()
  @ApiOperation({
    summary: 'Save a view, in place of what one had under that name of that page',
    description: 'A preference, no fact: it is in no report and no audit trail. A person has at most 200.',
  })
  @ApiCreatedResponse({ description: 'A new one.', ...SAVED })
  @ApiOkResponse({ description: 'It took the place of the one before.', ...SAVED })
  @Refusals('too-many-views', 'if-match-malformed', 'stale-revision')
  async save(
    @Body() { name, path, search, shared = false }: SaveView,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ id: string; revision: number }> {
    readQuery(request.query as Record<string, unknown>, NOTHING);
    const { actor, ifMatch } = commandContextOf(request);
    const saved = await this.views.save(actor.id, { name, path, search, shared }, ifMatch);
    const { id, revision, created } = saved;
    void reply.status(created ? 201 : 200).header('ETag', `"${revision}"`);
    return { id, revision };
  }

  @Post(':id/removal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Remove a saved view: one’s own, or as an admin one that is shared' })
  @ApiBody({ schema: { type: 'object', properties: {} } })
  @ApiOkResponse({ description: 'It is not there any more.', content: { 'application/json': REMOVED } })
  @Refusals('view-of-another')
  async remove(
    @Param('id', UuidInPath('id')) id: string,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string; removed: boolean }> {
    readQuery(request.query as Record<string, unknown>, NOTHING);
    const { actor } = commandContextOf(request);
    return { id, removed: await this.views.remove(id, actor) };
  }
}
