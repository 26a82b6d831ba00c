import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AFTER, Answer, readQuery, ReadRoute } from '@quittance/reading';
import { UuidInPath } from '@quittance/http';
import { type ErasureItem, ErasureQueries } from './erasure.queries.js';

const EXAMPLE: ErasureItem = {
  subject: 'customer-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c',
  position: '48213',
  erasedAt: '2026-03-02T10:00:00.000Z',
  keyDestroyed: true,
  emptied: { customers: 1, party_lines: 1, audit_trail: 4 },
  rewrittenAt: '2026-03-02T10:00:00.400Z',
  tooLarge: [],
};

@ApiTags('Erasure')
@Controller('v1/erasures')
export class ErasureQueriesController {
  constructor(private readonly erasures: ErasureQueries) {}

  @Get(':id')
  @ReadRoute({ summary: 'What an erasure emptied', example: EXAMPLE })
  async details(
    @Param('id', UuidInPath('id')) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    readQuery(query, AFTER);
    return new Answer(await this.erasures.details(id));
  }
}
