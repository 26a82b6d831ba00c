import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AFTER,
  CSV_FORM,
  type CsvColumn,
  KnownAxis,
  Listing,
  readQuery,
  ReadRoute,
  withoutCsvForm,
} from '@quittance/reading';
import type { AgedRow } from './aging.answer.js';
import { AgingQueries } from './aging.queries.js';
import { AGING_PARAMETERS, type AgingQuestion, checked } from './aging.question.js';
import { type SeriesQuestion, SERIES_PARAMETERS, seriesOf } from './aging.series.js';
import { AGING_ANSWER, SERIES_ANSWER } from './aging.shown.js';
import { bucketNames, STANDARD_BUCKETS } from './buckets.js';
import { definitionOf } from './definitions/index.js';

const SERIES_QUERY = { ...SERIES_PARAMETERS, ...CSV_FORM, ...AFTER };
const QUERY = { ...AGING_PARAMETERS, ...CSV_FORM, ...AFTER };

@ApiTags('Reports')
@Controller('v1/reports')
export class AgingQueriesController {
  constructor(
    private readonly reports: AgingQueries,
    private readonly axis: KnownAxis,
  ) {}

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
    const { after: _after, ...given } = withoutCsvForm(readQuery(query, QUERY));
    const asked = checked(given);
    const place = await this.reports.place(asked);
    return new Listing({
      name: 'aging',
      columns: csvColumns(asked),
      limited: asked.limit !== undefined || asked.cursor !== undefined,
      ...{ place, stale: place.stale },
      every: () => this.reports.every(asked, place),
      page: async () => {
        const body = await this.reports.page(asked, place);
        const totals = body.currencies.map((total) => ({ key: null, name: null, ...total }));
        return { body, items: asked.by ? body.rows : totals, next: body.next };
      },
    });
  }

  @Get('aging/series')
  @ReadRoute({
    summary: 'The totals of the aging report, day after day',
    description:
      'A point at the end of each month, quarter, year or week from the first day to the last, and one at the last: each is the report ' +
      'as of that day, all of them as known at one instant.',
    parameters: SERIES_PARAMETERS,
    ...SERIES_ANSWER,
    csv: true,
  })
  async series(@Query() query: Record<string, unknown>): Promise<Listing<DatedRow>> {
    const { after: _after, ...asked }: SeriesQuestion & { after?: bigint } = withoutCsvForm(
      readQuery(query, SERIES_QUERY),
    );
    const { from: _from, to: _to, step: _step, knownAt, known, ...shape } = asked;
    const { step, from, to, days } = seriesOf(asked, this.axis.today);
    const place = await this.axis.place({ asOf: to, knownAt, known });
    const point = (asOf: string) => this.reports.page(shape, { ...place, asOf });
    return new Listing<DatedRow>({
      name: 'aging-series',
      columns: [{ name: 'asOf', value: ({ asOf }) => asOf }, ...csvColumns(shape)],
      limited: false,
      ...{ place, stale: place.stale },
      every: async function* () {
        for (const asOf of days)
          for (const total of (await point(asOf)).currencies) yield { key: null, name: null, asOf, ...total };
      },
      page: async () => {
        const reports = [];
        for (const asOf of days) reports.push(await point(asOf));
        const { definition, basis, currency, asOf: _asOf, ...rest } = reports.at(-1)!;
        const { knownAt: at, knownPosition, known: cut } = rest;
        const points = reports.map(({ asOf, currencies }) => ({ asOf, currencies }));
        const said = {
          knownAt: at,
          knownPosition,
          known: cut,
          definition,
          basis,
          ...(currency && { currency }),
        };
        return { body: { ...said, step, from, to, points }, items: [], next: null };
      },
    });
  }
}

type DatedRow = AgedRow & { asOf: string };

/** A column for each bucket's amount, and one for its count. */
function csvColumns({
  by,
  buckets = STANDARD_BUCKETS,
  basis = 'agreed',
  definition,
}: Pick<AgingQuestion, 'by' | 'buckets' | 'basis' | 'definition'>): CsvColumn<AgedRow>[] {
  const who: CsvColumn<AgedRow>[] = [
    { name: by === 'owner' ? 'ownerId' : 'customerId', value: ({ key }) => key, text: true },
    { name: 'name', value: ({ name }) => name, text: true },
  ];
  const aged = bucketNames(buckets, basis).flatMap((name): CsvColumn<AgedRow>[] => [
    { name: `${name} count`, value: (row) => row.buckets[name]?.count },
    { name, amount: true, value: (row) => row.buckets[name]?.amount },
  ]);
  const { sums } = definitionOf(definition);
  return [
    ...(by ? who : []),
    { name: 'currency', value: ({ currency }) => currency },
    ...aged,
    ...sums.map((name) => ({ name, amount: true, value: (row: AgedRow) => row[name] as string | boolean })),
  ];
}
