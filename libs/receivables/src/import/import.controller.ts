import { Readable } from 'node:stream';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { uuid5 } from '@quittance/event-store';
import { correlationOf, idempotencyKey, receiveUpload, Refusals, UuidInPath } from '@quittance/http';
import { Rejection } from '@quittance/kernel';
import {
  AFTER,
  Answer,
  cursorFrom,
  pageOf,
  PAGING,
  readCursor,
  readQuery,
  ReadRoute,
} from '@quittance/reading';
import type { FastifyContextConfig, FastifyReply, FastifyRequest } from 'fastify';
import { IMPORT, importSaid } from './import.answers.js';
import { IMPORT_FIELDS, ImportForm } from './import.form.js';
import { ImportQueries, type SaidOfRows } from './import.queries.js';
import { Imports } from './imports.js';

/** Bytes of a file: some 500,000 invoices. Larger ones are for the command line, which reads them where they lie. */
const LARGEST = 64 * 1024 * 1024;

/** What a cursor of the list belongs to. */
const IMPORTS = 'imports';
const JSON_ANSWER = { content: { 'application/json': IMPORT } };

/** Rows of a file, as the file was written. */
const RowsRoute = (what: string): MethodDecorator & PropertyDecorator =>
  ((target: object, key: string, descriptor: PropertyDescriptor) => {
    ApiOperation({
      summary: `${what} of an import, as CSV`,
      description:
        'Rows as they were in the file, in its encoding and with its delimiter, and behind each what is said of it: line, column, value, rule. ' +
        'Mended, they are a file to send with the same mapping. Kept for 30 days.',
    })(target, key, descriptor);
    ApiOkResponse({ description: what, content: { 'text/csv': { schema: { type: 'string' } } } })(
      target,
      key,
      descriptor,
    );
    Refusals('invalid')(target, key, descriptor);
  }) as MethodDecorator & PropertyDecorator;

@ApiTags('Imports')
@Controller('v1/imports')
export class ImportController {
  constructor(
    private readonly imports: Imports,
    private readonly records: ImportQueries,
  ) {}

  @Post()
  @RouteConfig({ upload: true } satisfies FastifyContextConfig)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportForm })
  @ApiOperation({
    summary: 'Import a file of invoices or receipts',
    description:
      'What `quittance import` does, with the same keys: a file that was imported before, from wherever, adds nothing. Every row is checked ' +
      'first, and nothing is recorded when more than `maxRejects` would be refused. It goes on after the answer: GET says how far it is. One ' +
      'at a time of a person, two in all; a file of at most 64 MiB, which must come in within a minute.',
  })
  @ApiCreatedResponse({ description: 'It has begun.', ...JSON_ANSWER })
  @ApiOkResponse({ description: 'It was sent under this key before.', ...JSON_ANSWER })
  @Refusals('unusable-file', 'import-under-way', 'imports-busy', 'idempotency-key-reused')
  async send(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    readQuery(query, {});
    const actor = request.actor!;
    const id = uuid5('import', actor.id, idempotencyKey(request.headers['idempotency-key']));
    const form = { largest: LARGEST, fields: IMPORT_FIELDS };
    const correlationId = correlationOf(request);
    const { row, created } = await this.imports.begin({
      ...{ id, actor, correlationId },
      receive: (path) => receiveUpload(request, { ...form, path }),
    });
    void reply.status(created ? 201 : 200).header('X-Correlation-Id', correlationId);
    return importSaid(row);
  }

  @Get()
  @ReadRoute({ summary: 'Imports of files, the latest first', parameters: PAGING, ...pageOf(IMPORT) })
  async list(@Query() query: Record<string, unknown>): Promise<Answer> {
    const { limit = PAGING.limit.standard, cursor } = readQuery(query, { ...PAGING, ...AFTER });
    const after = cursor === undefined ? undefined : readCursor(IMPORTS, cursor).after;
    const found = await this.records.list({ limit, after });
    const last = found.length > limit ? found[limit - 1] : undefined;
    const next = last ? cursorFrom(IMPORTS, { after: [last.beganAt.toISOString(), last.id] }) : null;
    return new Answer({ items: found.slice(0, limit).map(importSaid), next });
  }

  @Get(':id')
  @ReadRoute({
    summary: 'How far an import is, and what it came to',
    description:
      'One whose process was ended, by whatever, is `interrupted`: what is in stays in, and the same file goes on where it was.',
    ...IMPORT,
  })
  async one(
    @Param('id', UuidInPath('id')) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    readQuery(query, AFTER);
    return new Answer(importSaid(await this.found(id)));
  }

  @Get(':id/rejects')
  @RowsRoute('Rejected rows')
  rejects(
    @Param('id', UuidInPath('id')) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.rows(id, 'rejects', request, reply);
  }

  @Get(':id/warnings')
  @RowsRoute('Rows with a warning')
  warnings(
    @Param('id', UuidInPath('id')) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.rows(id, 'warnings', request, reply);
  }

  @Get(':id/proposals')
  @RowsRoute('Receipts with a proposal')
  proposals(
    @Param('id', UuidInPath('id')) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.rows(id, 'proposals', request, reply);
  }

  private async rows(
    id: string,
    kind: SaidOfRows,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    readQuery(request.query as Record<string, unknown>, {});
    const row = await this.found(id);
    if (!row.has.includes(kind)) throw notFound(`The import has no ${kind}.`);
    const name = `${row.fileName.replace(/\.csv$/i, '')}.${kind}.csv`;
    const plain = name.replace(/[^\w. -]/g, '_');
    await reply
      .type(`text/csv; charset=${row.encoding}; header=present`)
      .header(
        'Content-Disposition',
        `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escaped)}`,
      )
      .send(Readable.from(this.records.rows(row, kind, request.actor!)));
  }

  private async found(id: string) {
    const row = await this.records.find(id);
    if (!row) throw notFound('There is no import with this id, or it is older than 30 days.');
    return row;
  }
}

const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

const notFound = (detail: string): Rejection => new Rejection('not-found', 'not-found', detail);
