import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AFTER,
  Answer,
  answerOf,
  asText,
  listOf,
  oneOf,
  readQuery,
  ReadRoute,
  type Says,
  words,
} from '@quittance/reading';
import { Rejection } from '@quittance/kernel';
import { type Found, KINDS, SearchQueries } from './search.queries.js';

const ABOUT = 'how a number or id begins, or words of a name or reference';
const SOUGHT = { q: { ...asText(ABOUT, 'rossi'), required: true } };

const FOUND = {
  kind: oneOf<Found['kind']>('What it is', KINDS, 'invoice'),
  id: words('What paths take', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  title: words('Its number, name or reference', '2026-0117'),
  second: words('What tells it from others', 'Rossi S.r.l., 1220.00 EUR'),
} satisfies Says<Found>;

@ApiTags('Search')
@Controller('v1/search')
export class SearchController {
  constructor(private readonly search: SearchQueries) {}

  @Get()
  @ReadRoute({
    summary: 'Everything that is called so: invoices, customers, payments, credit notes and people',
    description: 'Up to five of each, as they stand. Who was erased is not found.',
    parameters: SOUGHT,
    ...answerOf({ items: listOf('What was found, by kind', FOUND) }),
  })
  async find(@Query() query: Record<string, unknown>): Promise<Answer> {
    const { q } = readQuery(query, { ...SOUGHT, ...AFTER });
    if (q === undefined) {
      const hint = `${SOUGHT.q.hint}`;
      throw Rejection.invalid('invalid', 'A parameter is wrong.', { field: '/q', rule: 'required', hint });
    }
    return new Answer({ items: await this.search.find(q) });
  }
}
