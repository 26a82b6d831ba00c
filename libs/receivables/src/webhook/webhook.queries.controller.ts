import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UuidInPath } from '@quittance/http';
import { AFTER, Answer, readQuery, ReadRoute, unknown } from '@quittance/reading';
import { Pool } from 'pg';
import { WEBHOOK_ROWS, WEBHOOKS } from './webhook.list.js';

@ApiTags('Webhooks')
@Controller('v1/webhooks/:id')
export class WebhookQueriesController {
  constructor(private readonly pool: Pool) {}

  @Get()
  @ReadRoute({ summary: 'A webhook', example: WEBHOOKS.example, schema: WEBHOOKS.itemSchema })
  async details(
    @Param('id', UuidInPath('id')) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    readQuery(query, AFTER);
    const { rows } = await this.pool.query<Record<string, unknown>>(`${WEBHOOK_ROWS} where v.id = $1`, [id]);
    if (!rows[0]) throw unknown('webhook');
    const item = WEBHOOKS.item(rows[0]);
    return new Answer(item, { revision: String(item.revision) });
  }
}
