import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UuidInPath } from '@quittance/http';
import { Answer, answerOne, AXES, exampleOf, KnownAxis, ReadRoute } from '@quittance/reading';
import { invoiceStream } from '../streams.js';
import { DETAIL_COLUMNS } from './invoice.detail-columns.js';
import { InvoiceDetailsQueries } from './invoice.details.js';
import { INVOICES } from './invoice.list.js';

@ApiTags('Invoices')
@Controller('v1/invoices')
export class InvoiceQueriesController {
  constructor(
    private readonly one: InvoiceDetailsQueries,
    private readonly axis: KnownAxis,
  ) {}

  @Get(':id')
  @ReadRoute({
    summary: 'An invoice with its lines, payments, extensions and owners',
    parameters: AXES,
    stream: invoiceStream,
    example: { ...INVOICES.example, ...exampleOf(DETAIL_COLUMNS) },
    schema: INVOICES.schemaWith(DETAIL_COLUMNS),
  })
  details(
    @Param('id', UuidInPath('id')) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    return answerOne(this.axis, query, (place) => this.one.details(id, place));
  }
}
