import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AFTER, CSV_FORM, type CsvColumn, Listing, readQuery, ReadRoute } from '@quittance/reading';
import type { AgedRow } from './aging.answer.js';
import { AgingQueries } from './aging.queries.js';
import { AGING_PARAMETERS, type AgingQuestion, checked } from './aging.question.js';
import { AGING_ANSWER } from './aging.shown.js';
import { bucketNames, STANDARD_BUCKETS } from './buckets.js';
import { definitionOf } from './definitions/index.js';

const QUERY = { ...AGING_PARAMETERS, ...CSV_FORM, ...AFTER };

@ApiTags('Reports')
@Controller('v1/reports')
export class AgingQueriesController {
  constructor(private readonly reports: AgingQueries) {}

  @Get('aging')
  @ReadRoute({
    summary: 'What is open, by age, with its control',
    description:
      'As of a business date and as known at an instant: the same question gives the same bytes for ever. ' +
      'Unapplied and pending money is positive: `open - unapplied - pending - credits = control`. ' +
      'Rows come by key, or with `sort` by an amount within each currency, and then by key.',
    parameters: AGING_PARAMETERS,
    ...AGING_ANSWER,
    csv: true,
  })
  async aging(@Query() query: Record<string, unknown>): Promise<Listing<AgedRow>> {
    const { after: _after, bom: _bom, delimiter: _delimiter, ...given } = readQuery(query, QUERY);
    const asked = checked(given);
    const place = await this.reports.place(asked);
    return new Listing({
      name: `aging-${place.asOf}`,
      columns: csvColumns(asked),
      limited: asked.limit !== undefined || asked.cursor !== undefined,
      stale: place.stale,
      every: () => this.reports.every(asked, place),
      page: async () => {
        const body = await this.reports.page(asked, place);
        const totals = body.currencies.map((total) => ({ key: null, name: null, ...total }));
        return { body, items: asked.by ? body.rows : totals, next: body.next };
      },
    });
  }
}

/** A column for each bucket's amount, and one for its count. */
function csvColumns({
  by,
  buckets = STANDARD_BUCKETS,
  basis = 'agreed',
  definition,
}: AgingQuestion): CsvColumn<AgedRow>[] {
  const who: CsvColumn<AgedRow>[] = [
    { name: by === 'owner' ? 'ownerId' : 'customerId', value: ({ key }) => key, text: true },
    { name: 'name', value: ({ name }) => name, text: true },
  ];
  const aged = bucketNames(buckets, basis).flatMap((name): CsvColumn<AgedRow>[] => [
    { name: `${name} count`, value: (row) => row.buckets[name]?.count },
    { name, value: (row) => row.buckets[name]?.amount },
  ]);
  const { sums } = definitionOf(definition);
  return [
    ...(by ? who : []),
    { name: 'currency', value: ({ currency }) => currency },
    ...aged,
    ...sums.map((name) => ({ name, value: (row: AgedRow) => row[name] as string | boolean })),
  ];
}
