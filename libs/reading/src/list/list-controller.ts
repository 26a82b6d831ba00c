import { Controller, Get, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { asText } from '../query-string.js';
import { ReadRoute } from '../read-route.js';
import type { Answer, Listing } from '../reading.js';
import type { Row } from './column.js';
import { facetsOf, type List } from './list.js';
import { ListReader, sumsOf } from './list-reader.js';

export interface ListRoutes {
  /** `v1/invoices`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  /** The stream that a row's id is of: the row is marked while that is parked. */
  stream?: (id: string) => string;
}

const PLACE = {
  asOf: { type: 'string', format: 'date' },
  knownAt: { type: 'string', format: 'date-time' },
  knownPosition: { type: 'string' },
  known: { type: 'string', enum: ['recorded', 'stated'] },
};

/** An answer that names its place on both axes where it was asked at one. */
const answered = (properties: Record<string, object>): object => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...PLACE, ...properties },
});

type Asked = Record<string, unknown>;

/** GET of a list, as JSON or CSV. */
export function listController(list: List, { path, tag, summary, description, stream }: ListRoutes): Type {
  const items = { type: 'array', items: list.itemSchema };

  @ApiTags(tag)
  @Controller(path)
  class ListController {
    constructor(private readonly lists: ListReader) {}

    @Get()
    @ReadRoute({
      summary,
      description,
      parameters: list.parameters,
      example: { items: [list.example], next: null },
      schema: answered({ items, next: { type: ['string', 'null'] } }),
      csv: true,
      stream,
    })
    list(@Query() query: Asked): Promise<Listing<Row>> {
      return this.lists.listing(list, query);
    }
  }
  return ListController;
}

/** GET of a list's sums by currency, and of its rows counted by value. */
export function countController(list: List, { path, tag, summary }: ListRoutes): Type {
  const sums = Object.keys(sumsOf(list));
  const facets = facetsOf(list);
  const all = (given: unknown): Record<string, never> =>
    Object.fromEntries(sums.map((name) => [name, given as never]));

  @ApiTags(tag)
  @Controller(path)
  class CountController {
    constructor(private readonly lists: ListReader) {}

    @Get('summary')
    @ReadRoute({
      summary: `${summary}: how many, and their sums by currency`,
      parameters: list.filters,
      example: { count: 1, currencies: [{ currency: 'EUR', count: 1, ...all('720.00') }] },
      schema: answered({
        count: WHOLE,
        currencies: { type: 'array', items: object({ currency: TEXT, count: WHOLE, ...all(AMOUNT) }) },
      }),
    })
    summary(@Query() query: Asked): Promise<Answer> {
      return this.lists.summary(list, query);
    }

    @Get('facets')
    @ReadRoute({
      summary: `${summary}: how many of each value, up to 20 values and the others`,
      description: 'Each is counted without its own filter, so that another value can be chosen.',
      parameters: {
        ...list.filters,
        of: asText(`what is counted, by comma: ${facets.join(', ')}`, facets[0]),
      },
      example: { facets: { [facets[0]!]: { values: [{ value: 'EUR', count: 1 }], others: 0 } } },
      schema: answered({
        facets: {
          type: 'object',
          additionalProperties: object({
            values: { type: 'array', items: object({ value: { type: ['string', 'null'] }, count: WHOLE }) },
            others: WHOLE,
          }),
        },
      }),
    })
    facets(@Query() query: Asked): Promise<Answer> {
      return this.lists.facets(list, query);
    }
  }
  return CountController;
}

const TEXT = { type: 'string' };
const WHOLE = { type: 'integer' };
const AMOUNT = { type: 'string', description: "In the currency's decimals" };

const object = (properties: Record<string, object>): object => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});
