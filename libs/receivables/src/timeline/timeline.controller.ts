import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TextInPath, UuidInPath } from '@quittance/http';
import {
  AXES,
  type CsvColumn,
  csvColumnsOf,
  KnownAxis,
  Listing,
  listParameters,
  readListQuestion,
  ReadRoute,
  shown,
} from '@quittance/reading';
import type { FastifyReply } from 'fastify';
import { languageOf } from '../telling/sentences.js';
import { TIMELINE_ASKED, TIMELINE_CSV, TIMELINE_PAGE, type TimelineItem } from './timeline.columns.js';
import { type AskedTimeline, TimelineQueries } from './timeline.queries.js';

type Raw = Record<string, unknown>;

const CSV = csvColumnsOf(TIMELINE_CSV) as unknown as CsvColumn<TimelineItem>[];
const ROUTE = {
  description:
    'In the order of the log; `sort=-position` begins with the newest. With `asOf` what counts by that day, with `knownAt` what ' +
    'was known then. Sentences come in the language of `Accept-Language`: en, it, bg or de; what a sentence is made of stands in `params`.',
  parameters: { ...listParameters(TIMELINE_ASKED), ...AXES },
  ...TIMELINE_PAGE,
  csv: true,
};

@ApiTags('Timelines')
@Controller('v1')
export class TimelineController {
  constructor(
    private readonly timelines: TimelineQueries,
    private readonly axis: KnownAxis,
  ) {}

  @Get('invoices/:id/timeline')
  @ReadRoute({
    summary: 'What happened to an invoice, in words, with what it changed and what caused it',
    ...ROUTE,
  })
  ofInvoice(
    @Param('id', UuidInPath('id')) id: string,
    @Query() query: Raw,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Listing<TimelineItem>> {
    return this.of({ of: 'invoice', id, language: languageOf(accepted) }, query, reply);
  }

  @Get('customers/:id/timeline')
  @ReadRoute({ summary: 'What happened to a customer and to all that they owe, in words', ...ROUTE })
  ofCustomer(
    @Param('id', TextInPath('id')) id: string,
    @Query() query: Raw,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Listing<TimelineItem>> {
    return this.of({ of: 'customer', id, language: languageOf(accepted) }, query, reply);
  }

  private async of(asked: AskedTimeline, query: Raw, reply: FastifyReply): Promise<Listing<TimelineItem>> {
    const { of, id, language } = asked;
    const question = readListQuestion(`timeline ${of} ${id}`, TIMELINE_ASKED, query, AXES);
    await this.timelines.mustKnow(asked);
    const place = await this.axis.placeIfAsked(question.more, question.cursor);
    const placed = { ...asked, place };
    void reply.header('Content-Language', language);
    return new Listing({
      name: `timeline-${of}`,
      columns: CSV,
      limited: question.limited,
      stale: place?.stale,
      every: () => this.timelines.every(question, placed),
      page: async () => {
        const page = await this.timelines.page(question, placed);
        return { ...page, body: { ...shown(place), language, ...page } };
      },
    });
  }
}
