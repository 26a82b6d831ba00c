import { Controller, Get, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  answerOf,
  byName,
  count,
  decimal,
  type Described,
  money,
  pageOf,
  part,
  placed,
  words,
} from '../answer.js';
import { markable, ReadRoute } from '../read-route.js';
import type { Answer, Listing } from '../reading.js';
import { listOf, orNull, type Row } from './column.js';
import { comparedAnswer, OTHER_PLACE } from './compare.js';
import { facetsOf } from './faceted.js';
import { facetsParameter, sumNames } from './facets.js';
import { groupsParameters } from './groups.js';
import type { List } from './list.js';
import { ListReader } from './list-reader.js';

export interface ListRoutes {
  /** `v1/invoices`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  /** The stream that a row's id is of: the row is marked while that is parked. */
  stream?: (id: string) => string;
}

type Asked = Record<string, unknown>;

/** GET of a list, as JSON or CSV. */
export function listController(list: List, { path, tag, summary, description, stream }: ListRoutes): Type {
  const { itemSchema, example } = list;
  const item = { schema: stream ? markable(itemSchema) : itemSchema, example };
  const page = pageOf(item);

  @ApiTags(tag)
  @Controller(path)
  class ListController {
    constructor(private readonly lists: ListReader) {}

    @Get()
    @ReadRoute({
      summary,
      description,
      parameters: list.parameters,
      ...(list.of.axes === false ? page : placed(page)),
      csv: true,
      stream,
    })
    list(@Query() query: Asked): Promise<Listing<Row>> {
      return this.lists.listing(list, query);
    }
  }
  return ListController;
}

/** GET of a list's sums by currency, of its rows counted by value, and of both by one value. */
export function countController(list: List, { path, tag, summary }: ListRoutes): Type {
  const answered = list.of.axes === false ? (answer: Described) => answer : placed;

  @ApiTags(tag)
  @Controller(path)
  class CountController {
    constructor(private readonly lists: ListReader) {}

    @Get('summary')
    @ReadRoute({
      summary: `${summary}: how many, and their sums by currency`,
      parameters: list.filters,
      ...answered(sumsAnswer(list)),
    })
    summary(@Query() query: Asked): Promise<Answer> {
      return this.lists.summary(list, query);
    }

    @Get('facets')
    @ReadRoute({
      summary: `${summary}: how many of each value, up to 20 values and the others`,
      description: 'Each is counted without its own filter, so that another value can be chosen.',
      parameters: { ...list.filters, ...facetsParameter(list) },
      ...answered(FACETS),
    })
    facets(@Query() query: Asked): Promise<Answer> {
      return this.lists.facets(list, query);
    }

    @Get('groups')
    @ReadRoute({
      summary: `${summary}: counts and sums by one value`,
      description:
        'A row a value and currency, by value or with `sort` by an amount within each currency. A row of the list that has several ' +
        'values (two holds) counts in each.',
      parameters: { ...list.filters, ...groupsParameters(list) },
      ...answered(groupsAnswer(list)),
      csv: true,
    })
    groups(@Query() query: Asked): Promise<Listing<Row>> {
      return this.lists.groups(list, query);
    }
  }
  return CountController;
}

/** GET of a list's rows that are others at another place. */
export function compareController(list: List, { path, tag, summary }: ListRoutes): Type {
  @ApiTags(tag)
  @Controller(path)
  class CompareController {
    constructor(private readonly lists: ListReader) {}

    @Get('compare')
    @ReadRoute({
      summary: `${summary}: what differs at two places on both axes`,
      description:
        'A is the question, B the same with `vsAsOf` and `vsKnownAt`. A row differs where it is at one of them only, or where ' +
        'one of its columns does.',
      parameters: { ...list.filters, ...OTHER_PLACE },
      ...placed(comparedAnswer(list)),
    })
    compare(@Query() query: Asked): Promise<Answer> {
      return this.lists.compared(list, query);
    }
  }
  return CompareController;
}

const sumsColumns = (list: List) => ({
  currency: words('ISO 4217', 'EUR'),
  count: count('Rows in it', 1),
  ...Object.fromEntries(sumNames(list).map((name) => [name, money('Sum', '720.00')] as const)),
});

const sumsAnswer = (list: List): Described =>
  answerOf({
    count: count('Rows in all', 1),
    currencies: listOf('A row a currency', sumsColumns(list)),
    position: decimal('The position that they were counted at', '48213'),
  });

const groupsAnswer = (list: List): Described => {
  const value = orNull(words('That the rows have; null: none', 'EUR'));
  return pageOf(answerOf({ value, ...sumsColumns(list) }), {
    by: words('What the rows are grouped by', facetsOf(list)[0]!),
  });
};

const VALUE = { value: orNull(words('One that rows have', 'EUR')), count: count('Rows with it', 1) };
const FACET = part('Of one column', {
  values: listOf('The most frequent', VALUE),
  others: count('Rows with other values', 0),
});
const FACETS = answerOf({ facets: byName('By column', FACET, { currency: FACET.example }) });
