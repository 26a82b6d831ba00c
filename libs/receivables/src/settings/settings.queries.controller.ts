import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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
} from '@quittance/reading';
import { LIMITS } from './limit.kinds.js';
import { SettingsQueries } from './settings.queries.js';

const SHOWN: Record<string, Column> = Object.fromEntries(
  Object.entries(LIMITS).map(([name, { of, says }]) => [
    name,
    of === 'days'
      ? orNull(count(says, 30))
      : orNull(byName(says, money('In that currency', '100.00'), { EUR: '100.00' })),
  ]),
);

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
}
