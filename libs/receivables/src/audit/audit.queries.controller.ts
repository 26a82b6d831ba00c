import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  answerOf,
  type CsvColumn,
  csvColumnsOf,
  Listing,
  listParameters,
  type ListQuestion,
  pageOf,
  readListQuestion,
  ReadRoute,
} from '@quittance/reading';
import { UuidInPath } from '@quittance/http';
import {
  AUDIT_COLUMNS,
  AUDIT_PARAMETERS,
  AUDIT_SHOWN,
  type AuditItem,
  AuditQueries,
} from './audit.queries.js';

type Raw = Record<string, unknown>;

const PAGE = pageOf(answerOf(AUDIT_SHOWN));
const CSV = csvColumnsOf(AUDIT_SHOWN) as CsvColumn<AuditItem>[];

@ApiTags('Audit')
@Controller('v1')
export class AuditQueriesController {
  constructor(private readonly audit: AuditQueries) {}

  @Get('audit')
  @ReadRoute({
    summary: 'Every fact in words: who, when, why, what changed from what to what',
    description:
      '`from` and `to` cut on the recorded time. The order is that of the log; `sort=-position` begins at its end.',
    parameters: { ...AUDIT_PARAMETERS, ...listParameters(AUDIT_COLUMNS) },
    ...PAGE,
    csv: true,
  })
  list(@Query() query: Raw): Listing<AuditItem> {
    const question = readListQuestion('audit', AUDIT_COLUMNS, query, AUDIT_PARAMETERS);
    return this.listing('audit', question, question.more);
  }

  @Get('invoices/:id/history')
  @ReadRoute({
    summary: 'An invoice’s facts in words, newest last',
    parameters: listParameters(AUDIT_COLUMNS),
    ...PAGE,
    csv: true,
  })
  async history(@Param('id', UuidInPath('id')) id: string, @Query() query: Raw): Promise<Listing<AuditItem>> {
    const question = readListQuestion(`history ${id}`, AUDIT_COLUMNS, query, {});
    await this.audit.mustKnowInvoice(id);
    return this.listing('history', question, { invoice: id });
  }

  private listing(
    name: string,
    question: ListQuestion,
    asked: Parameters<AuditQueries['page']>[1],
  ): Listing<AuditItem> {
    return new Listing({
      name,
      columns: CSV,
      limited: question.limited,
      every: () => this.audit.every(question, asked),
      page: async () => {
        const page = await this.audit.page(question, asked);
        return { ...page, body: page };
      },
    });
  }
}
