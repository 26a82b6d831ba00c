import { join } from 'node:path';
import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BodyPipe, idempotencyKey, receiveUpload, Refusals } from '@quittance/http';
import { suggestionFor } from '@quittance/importing';
import { answerOf, asIs, listOf, readQuery, texts, truth } from '@quittance/reading';
import type { FastifyContextConfig, FastifyRequest } from 'fastify';
import { SuggestionForm } from './import.form.js';
import { SAID_OF } from './import.answers.js';
import { renamed, saidOf } from './import.notes.js';
import { Imports, KINDS, unusable } from './imports.js';
import { passingFolder, removeFolder } from './spool.js';

/** Bytes; the first 64 KiB are looked at. */
const LARGEST = 1024 * 1024;

const TEXT = { type: 'string' };
const TEXTS = { type: 'object', additionalProperties: TEXT };
const MAPPING = {
  type: 'object',
  required: ['columns'],
  properties: {
    ...{ delimiter: TEXT, encoding: TEXT, dateFormat: TEXT, locale: TEXT, decimal: TEXT, thousands: TEXT },
    ...{ constants: TEXTS, columns: TEXTS, company: TEXT, terms: TEXTS, idsAreNumbers: { type: 'boolean' } },
  },
};

const SUGGESTION = answerOf({
  mapping: asIs('For `POST /v1/imports`', MAPPING, {
    delimiter: ',',
    columns: {
      number: 'Invoice',
      customerId: 'Customer',
      issuedOn: 'Issued',
      dueOn: 'Due',
      total: 'Total',
    },
    dateFormat: 'yyyy-MM-dd',
    ...{ decimal: '.', thousands: '', constants: { currency: 'EUR' } },
  }),
  missing: truth('Whether a field that is needed was not found', false),
  notes: texts('What it was not sure of, and how many rows it reads', ['it reads 10 of the first 10 rows']),
  said: listOf('The same, as codes with their values', SAID_OF),
  header: texts('The columns', ['Invoice', 'Customer', 'Issued', 'Due', 'Total']),
  rows: asIs(
    'The first rows below them, at most ten',
    { type: 'array', items: { type: 'array', items: { type: 'string' } } },
    [['2026-0001', 'C-1001', '2026-01-31', '2026-03-02', '1220.00']],
  ),
});

@ApiTags('Imports')
@Controller('v1/imports')
export class SuggestionController {
  constructor(private readonly imports: Imports) {}

  @Post('suggestion')
  @HttpCode(200)
  @RouteConfig({ upload: true } satisfies FastifyContextConfig)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: SuggestionForm })
  @ApiOperation({
    summary: 'A mapping for a file, by its header and first rows',
    description:
      'Nothing is kept. The first 64 KiB of a file are enough, and more than 1 MiB is refused; `quittance import --suggest` says the same.',
  })
  @ApiOkResponse({ description: 'To look at, mend and send.', content: { 'application/json': SUGGESTION } })
  @Refusals('unusable-file')
  async suggest(@Query() query: Record<string, unknown>, @Req() request: FastifyRequest): Promise<object> {
    readQuery(query, {});
    idempotencyKey(request.headers['idempotency-key']);
    const folder = await passingFolder(this.imports.spool ?? undefined);
    try {
      const path = join(folder, 'file.csv');
      const { fields, file } = await receiveUpload(request, { path, largest: LARGEST, fields: ['kind'] });
      const form = new BodyPipe().transform(fields, {
        type: 'body',
        metatype: SuggestionForm,
      }) as SuggestionForm;
      const kind = KINDS[form.kind ?? 'invoices'];
      const found = await suggestionFor(path, this.imports.zone, kind).catch((error: Error) =>
        unusable(error, path, file.name),
      );
      const { mapping, missing, notes, header, rows } = found;
      const told = notes.map((note) => renamed(note, (text) => text.replaceAll(path, file.name)));
      return {
        ...{ mapping, missing, notes: told.map(({ text }) => text), said: told.map(saidOf) },
        ...{ header, rows },
      };
    } finally {
      await removeFolder(folder);
    }
  }
}
