import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UuidInPath } from '@quittance/http';
import { AFTER, Answer, readQuery, ReadRoute, unknown } from '@quittance/reading';
import { Pool } from 'pg';
import { DRAFT_ROWS, DRAFTS } from './draft.list.js';

@ApiTags('Drafts')
@Controller('v1/drafts')
export class DraftQueriesController {
  constructor(private readonly pool: Pool) {}

  @Get(':id')
  @ReadRoute({ summary: 'A draft of an invoice', example: DRAFTS.example, schema: DRAFTS.itemSchema })
  async details(
    @Param('id', UuidInPath('id')) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    readQuery(query, AFTER);
    const { rows } = await this.pool.query<Record<string, unknown>>(`${DRAFT_ROWS} where v.id = $1`, [id]);
    if (!rows[0]) throw unknown('draft');
    const item = DRAFTS.item(rows[0]);
    return new Answer(item, { revision: String(item.revision) });
  }
}
