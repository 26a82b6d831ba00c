import { Controller, Get, Headers, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ProblemError } from '@quittance/http';
import { AFTER, Answer, asWhole, readQuery, ReadRoute, unknown } from '@quittance/reading';
import type { FastifyRequest } from 'fastify';
import { READS_LOG } from '../manifest/roles.js';
import { languageOf } from '../telling/sentences.js';
import { FACT_ANSWER, RAW_ANSWER } from './fact.columns.js';
import { FactQueries } from './fact.queries.js';

type Raw = Record<string, unknown>;

const PAGE = {
  from: asWhole('the first revision that is shown', 0, 999_999_999, '0'),
  limit: asWhole('at most so many facts, 100 when left out', 1, 500, '100'),
};

/** Streams of documents and customers: whoever reads these reads their facts. The log beside them is for fewer. */
const OF_DOCUMENTS = /^(invoice|payment|credit-note|customer|draft|dunning)-/;

@ApiTags('Audit')
@Controller('v1')
export class FactController {
  constructor(private readonly facts: FactQueries) {}

  @Get('facts/:position')
  @ReadRoute({
    summary:
      'One fact: as it is stored, its neighbours, what caused it, what it caused, and the proof that it is in the log',
    description:
      'A clerk sees facts of documents and customers. The proof is worked out again by whoever asks: docs/facts.md.',
    ...FACT_ANSWER,
  })
  async one(
    @Param('position') position: string,
    @Query() query: Raw,
    @Headers('accept-language') accepted: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    readQuery(query, AFTER);
    if (!/^\d{1,18}$/.test(position)) throw unknown('fact');
    const { stream, body } = await this.facts.at(BigInt(position), languageOf(accepted));
    mayRead(stream, request);
    return new Answer(body);
  }

  @Get('streams/:id/raw')
  @ReadRoute({
    summary: 'The facts of a stream as they are stored, so that its chain can be worked out again elsewhere',
    description:
      'From the event store itself. Personal data is sealed. A clerk sees streams of documents and customers.',
    parameters: PAGE,
    ...RAW_ANSWER,
  })
  async raw(@Param('id') id: string, @Query() query: Raw, @Req() request: FastifyRequest): Promise<Answer> {
    const { from = 0, limit = 100 } = readQuery(query, { ...PAGE, ...AFTER });
    if (!/^[a-z][a-z-]*-[^\p{Cc}]{1,200}$/u.test(id)) throw unknown('stream');
    mayRead(id, request);
    return new Answer({ stream: id, ...(await this.facts.raw(id, from, limit)) });
  }
}

/** @throws ProblemError 403 */
function mayRead(stream: string, { actor }: FastifyRequest): void {
  if (
    OF_DOCUMENTS.test(stream) ||
    actor?.roles.some((role) => (READS_LOG as readonly string[]).includes(role))
  )
    return;
  throw new ProblemError(403, 'forbidden', `This needs one of the roles ${READS_LOG.join(', ')}.`);
}
