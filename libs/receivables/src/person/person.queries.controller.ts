import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TextInPath } from '@quittance/http';
import { AFTER, Answer, readQuery, ReadRoute } from '@quittance/reading';
import { PEOPLE_LIST } from './person.list.js';
import { PersonQueries } from './person.queries.js';

@ApiTags('People')
@Controller('v1/people')
export class PersonQueriesController {
  constructor(private readonly people: PersonQueries) {}

  @Get(':id')
  @ReadRoute({ summary: 'A person', example: PEOPLE_LIST.example, schema: PEOPLE_LIST.itemSchema })
  async details(
    @Param('id', TextInPath('id')) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    readQuery(query, AFTER);
    const person = await this.people.details(id);
    return new Answer(person, { revision: String(person.revision) });
  }
}
