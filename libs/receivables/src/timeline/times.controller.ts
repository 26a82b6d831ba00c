import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AFTER,
  Answer,
  answerOf,
  asDate,
  AXES,
  count,
  date,
  instant,
  KnownAxis,
  listOf,
  oneOf,
  orNull,
  readQuery,
  ReadRoute,
} from '@quittance/reading';
import { addDays, Rejection } from '@quittance/kernel';
import { TimesQueries } from './times.queries.js';

/** Days of one answer. */
const MOST_DAYS = 800;
const DAYS = 90;

const PARAMETERS = {
  from: asDate(`the first day, ${DAYS} days before the last when left out`, '2026-01-01'),
  to: asDate('the last day, today when left out'),
  known: AXES.known,
};

const ANSWER = answerOf({
  from: date('The first day', '2026-01-01'),
  to: date('The last day', '2026-03-31'),
  known: oneOf('By recorded or stated instants', ['recorded', 'stated'], 'recorded'),
  first: orNull(instant('Of all facts the first; null: there is none', '2024-01-02T08:00:00.000Z')),
  last: orNull(instant('Of all facts the last', '2026-03-31T15:20:11.000Z')),
  days: listOf('Days on which facts were recorded; the others are left out', {
    day: date('In the entity’s zone', '2026-03-02'),
    recorded: count('Facts recorded on it', 14),
    backDated: count('Of them: those that count from an earlier day', 2),
  }),
});

@ApiTags('Timelines')
@Controller('v1/times')
export class TimesController {
  constructor(
    private readonly times: TimesQueries,
    private readonly axis: KnownAxis,
  ) {}

  @Get()
  @ReadRoute({
    summary: 'How many facts were recorded day by day, and how many of them back-dated',
    description: `At most ${MOST_DAYS} days.`,
    parameters: PARAMETERS,
    ...ANSWER,
  })
  async between(@Query() query: Record<string, unknown>): Promise<Answer> {
    const {
      to = this.axis.today,
      from = addDays(to, 1 - DAYS),
      known = 'recorded',
    } = readQuery(query, {
      ...PARAMETERS,
      ...AFTER,
    });
    if (from > to || from < addDays(to, 1 - MOST_DAYS)) {
      const hint = `no later than ${to}, and at most ${MOST_DAYS} days before`;
      throw Rejection.invalid('invalid', 'A parameter is wrong.', {
        field: '/from',
        rule: 'range',
        value: from,
        hint,
      });
    }
    return new Answer({ from, to, known, ...(await this.times.between(from, to, known)) });
  }
}
