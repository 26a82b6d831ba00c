import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FieldError, Rejection } from '@quittance/kernel';
import { AFTER, Answer, asCurrency, KnownAxis, readQuery, ReadRoute } from '@quittance/reading';
import { AgingQueries } from '../reporting/aging.queries.js';
import { AGING_PARAMETERS } from '../reporting/aging.question.js';
import { CompareQueries } from './compare.queries.js';
import { languageOf } from '../telling/sentences.js';
import { CELL, COMPARED, EXPLAINED, EXPLAINS, REPORT, VERSUS } from './explain.columns.js';
import { answered, type Explained, splitCell } from './explained.js';
import { ExplainQueries } from './explain.queries.js';
import { ExposureQueries } from './exposure.queries.js';
import { ThingsQueries } from './things.queries.js';

type Raw = Record<string, unknown>;

const { cursor: _cursor, limit: _limit, sort: _sort, currency, ...QUESTION } = AGING_PARAMETERS;
const EXPLAIN = {
  ...EXPLAINS,
  ...QUESTION,
  ...CELL,
  currency: { ...asCurrency('of the cell'), required: true },
};
const COMPARE = { ...REPORT, ...QUESTION, currency, ...VERSUS };

@ApiTags('Reports')
@Controller('v1')
export class ExplainController {
  constructor(
    private readonly cells: ExplainQueries,
    private readonly exposure: ExposureQueries,
    private readonly things: ThingsQueries,
    private readonly comparing: CompareQueries,
    private readonly aging: AgingQueries,
    private readonly axis: KnownAxis,
  ) {}

  @Get('explain')
  @ReadRoute({
    summary:
      'What a figure of a report is made of: its lines, added up from each document, against the figure',
    description:
      'The question of the report with `report`, `cell` and `currency`. `/v1/invoices/{id}/timeline` has the facts of a line. ' +
      'Of an invoice, a payment or a credit note the lines are the facts that made the figure; of a customer the documents.',
    parameters: EXPLAIN,
    ...EXPLAINED,
  })
  async explain(
    @Query() query: Raw,
    @Headers('accept-language') accepted: string | undefined,
  ): Promise<Answer> {
    const { report, cell, after: _after, ...asked } = readQuery(query, { ...EXPLAIN, ...AFTER });
    required({ report, cell, currency: asked.currency });
    const asks = splitCell(cell!);
    const { currency, asOf, knownAt, known, ...more } = asked;
    if (report !== 'aging') mustNotAsk(report!, more);
    const place = await this.aging.place(asked);
    const question = { currency: currency!, place };
    const explain = (): Promise<Explained> => {
      if (report === 'aging') return this.cells.explain({ ...asked, currency: currency! }, asks, place);
      if (report === 'customer') return this.exposure.explain(question, asks);
      const standing = !asOf && !knownAt && !known;
      return this.things.explain(
        { ...question, report: report!, standing, language: languageOf(accepted) },
        asks,
      );
    };
    return new Answer(answered(place, asks, await explain()), { stale: place.stale });
  }

  @Get('compare')
  @ReadRoute({
    summary:
      'A report at two places on both axes: the rows that differ, and the facts that made the difference',
    description:
      'A is the question, B the same with `vsAsOf` and `vsKnownAt`. What facts move of a row adds up to its difference in `open`, and in ' +
      '`unapplied`, `pending` and `credits` together; buckets also change because time goes by and due dates are moved.',
    parameters: COMPARE,
    ...COMPARED,
  })
  async compare(@Query() query: Raw): Promise<Answer> {
    const {
      report,
      vsAsOf,
      vsKnownAt,
      row,
      after: _after,
      ...asked
    } = readQuery(query, { ...COMPARE, ...AFTER });
    required({ report });
    if (row !== undefined && asked.by !== 'customer')
      throw wrong({
        field: '/row',
        rule: 'needs-by',
        value: row,
        hint: 'rows are of customers: by=customer',
      });
    const a = await this.aging.place(asked);
    const b = await this.axis.place({ asOf: vsAsOf ?? a.asOf, knownAt: vsKnownAt, known: asked.known });
    return new Answer(await this.comparing.compare(asked, [a, b], row), { stale: a.stale || b.stale });
  }
}

const wrong = (...errors: FieldError[]): Rejection =>
  Rejection.invalid('invalid', 'A parameter is wrong.', ...errors);

/** @throws Rejection 422 naming what only the aging is asked */
function mustNotAsk(report: string, more: Record<string, unknown>): void {
  const [name] = Object.entries(more).find(([, value]) => value !== undefined) ?? [];
  if (name === undefined) return;
  const hint = `a figure of the aging has it, one of report=${report} has none: leave it out`;
  throw wrong({ field: `/${name}`, rule: 'of-aging', hint });
}

/** @throws Rejection 422 naming each that is missing */
function required(given: Record<string, unknown>): void {
  const missing = Object.keys(given).filter((name) => given[name] === undefined);
  if (missing.length === 0) return;
  throw wrong(
    ...missing.map((name) => ({ field: `/${name}`, rule: 'required', hint: 'this question needs it' })),
  );
}
