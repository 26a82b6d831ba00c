import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type CsvColumn,
  Listing,
  listParameters,
  type ListQuestion,
  readListQuestion,
  ReadRoute,
} from '@quittance/reading';
import { UuidInPath } from '@quittance/http';
import { AUDIT_COLUMNS, AUDIT_PARAMETERS, type AuditItem, AuditQueries } from './audit.queries.js';

type Raw = Record<string, unknown>;

const EXAMPLE: AuditItem = {
  position: '48213',
  recordedAt: '2026-03-01T09:12:44.120Z',
  effectiveOn: '2026-03-01',
  type: 'ExtensionGranted',
  actor: 'maria',
  sentence: 'maria agreed a later due date for invoice 2026-0117: 2026-03-16 instead of 2026-03-02',
  reason: 'Goods came late',
  invoiceId: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c',
  paymentId: null,
  customerId: 'C-104',
  stream: 'invoice-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c',
  revision: 1,
};

const TEXT = ['actor', 'sentence', 'reason', 'customerId'];

const CSV: CsvColumn<AuditItem>[] = (Object.keys(EXAMPLE) as (keyof AuditItem)[]).map((name) => ({
  name,
  value: (fact) => fact[name],
  text: TEXT.includes(name),
}));

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
    example: { items: [EXAMPLE], next: null },
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
    example: { items: [EXAMPLE], next: null },
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
