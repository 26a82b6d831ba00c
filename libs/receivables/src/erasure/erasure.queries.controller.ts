import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AFTER,
  Answer,
  answerOf,
  byName,
  count,
  decimal,
  instant,
  orNull,
  readQuery,
  ReadRoute,
  type Says,
  texts,
  truth,
  words,
} from '@quittance/reading';
import { UuidInPath } from '@quittance/http';
import { type ErasureItem, ErasureQueries } from './erasure.queries.js';

const ANSWER = answerOf({
  subject: words('The stream whose key it was', 'customer-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  position: decimal('Of the fact', '48213'),
  erasedAt: instant('When it was recorded', '2026-03-02T10:00:00.000Z'),
  keyDestroyed: truth('Whether the key is destroyed', true),
  emptied: byName('Rows emptied, by table', count('Rows', 1), {
    customers: 1,
    party_lines: 1,
    audit_trail: 4,
  }),
  rewrittenAt: orNull(
    instant('When the files of these tables were rewritten; null: not yet', '2026-03-02T10:00:00.400Z'),
  ),
  tooLarge: texts('Of these, tables too large to rewrite at once: `vacuum full` in a quiet hour', []),
} satisfies Says<ErasureItem>);

@ApiTags('Erasure')
@Controller('v1/erasures')
export class ErasureQueriesController {
  constructor(private readonly erasures: ErasureQueries) {}

  @Get(':id')
  @ReadRoute({ summary: 'What an erasure emptied', ...ANSWER })
  async details(
    @Param('id', UuidInPath('id')) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    readQuery(query, AFTER);
    return new Answer(await this.erasures.details(id));
  }
}
