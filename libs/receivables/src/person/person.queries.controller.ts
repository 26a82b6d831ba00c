import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AFTER,
  Answer,
  type CsvColumn,
  Listing,
  listParameters,
  readListQuestion,
  readQuery,
  ReadRoute,
} from '@quittance/reading';
import { TextInPath } from '@quittance/http';
import { PERSON_COLUMNS, type PersonItem, PersonQueries } from './person.queries.js';

type Raw = Record<string, unknown>;

const EXAMPLE: PersonItem = {
  id: 'maria',
  name: 'Maria Bianchi',
  email: 'maria@quittance.example',
  roles: ['clerk'],
  managerId: 'anna',
  leadId: null,
  seenOn: '2026-01-02',
  revision: 1,
};

const CSV: CsvColumn<PersonItem>[] = [
  ...(['id', 'name', 'email'] as const).map((name) => ({
    name,
    value: (p: PersonItem) => p[name],
    text: true,
  })),
  { name: 'roles', value: ({ roles }) => roles.join(' '), text: true },
  ...(['managerId', 'leadId'] as const).map((name) => ({
    name,
    value: (p: PersonItem) => p[name],
    text: true,
  })),
  { name: 'seenOn', value: ({ seenOn }) => seenOn },
];

@ApiTags('People')
@Controller('v1/people')
export class PersonQueriesController {
  constructor(private readonly people: PersonQueries) {}

  @Get()
  @ReadRoute({
    summary: 'People: owners, managers, leads and every actor seen',
    parameters: listParameters(PERSON_COLUMNS),
    example: { items: [EXAMPLE], next: null },
    csv: true,
  })
  list(@Query() query: Raw): Listing<PersonItem> {
    const question = readListQuestion('people', PERSON_COLUMNS, query, {});
    return new Listing({
      name: 'people',
      columns: CSV,
      limited: question.limited,
      every: () => this.people.every(question),
      page: async () => {
        const page = await this.people.page(question);
        return { ...page, body: page };
      },
    });
  }

  @Get(':id')
  @ReadRoute({ summary: 'A person', example: EXAMPLE })
  async details(@Param('id', TextInPath('id')) id: string, @Query() query: Raw): Promise<Answer> {
    readQuery(query, AFTER);
    const person = await this.people.details(id);
    return new Answer(person, { revision: String(person.revision) });
  }
}
