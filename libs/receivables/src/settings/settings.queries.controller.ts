import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DUTIES } from '@quittance/kernel';
import {
  type Answer,
  answerOf,
  answerOne,
  AXES,
  byName,
  type Column,
  count,
  KnownAxis,
  money,
  orNull,
  placed,
  ReadRoute,
  type Says,
  shownOnly,
  texts,
} from '@quittance/reading';
import { LIMITS } from './limit.kinds.js';
import { type Duties, SettingsQueries } from './settings.queries.js';

const SHOWN: Record<string, Column> = Object.fromEntries(
  Object.entries(LIMITS).map(([name, { of, says }]) => [
    name,
    of === 'days'
      ? orNull(count(says, 30))
      : orNull(byName(says, money('In that currency', '100.00'), { EUR: '100.00' })),
  ]),
);

const PAIRS = { type: 'array', items: { type: 'array', items: { type: 'string', enum: [...DUTIES] } } };
const DUTIES_SHOWN = {
  pairs: shownOnly(
    'Pairs that are kept apart',
    PAIRS,
    [['record-cash', 'refund']],
    (cell) => cell as string[][],
  ),
  always: texts('What is kept apart in any case', ['who asked for something may not approve it']),
} satisfies Says<Duties>;

@ApiTags('Settings')
@Controller('v1/settings')
export class SettingsQueriesController {
  constructor(
    private readonly settings: SettingsQueries,
    private readonly axis: KnownAxis,
  ) {}

  @Get('limits')
  @ReadRoute({
    summary: 'The limits of the entity; null: it does not limit',
    description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
    parameters: AXES,
    ...placed(answerOf(SHOWN)),
  })
  limits(@Query() query: Record<string, unknown>): Promise<Answer> {
    return answerOne(this.axis, query, (place) => this.settings.limits(place));
  }

  @Get('duties')
  @ReadRoute({
    summary: 'Which duties one person may not combine on one document',
    description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
    parameters: AXES,
    ...placed(answerOf(DUTIES_SHOWN)),
  })
  duties(@Query() query: Record<string, unknown>): Promise<Answer> {
    return answerOne<Duties & { revision?: number }>(this.axis, query, (place) =>
      this.settings.duties(place),
    );
  }
}
