import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { personStream } from '../streams.js';
import { ChangePerson, RegisterPerson, SeePerson } from './person.commands.js';
import { PersonController } from './person.controller.js';
import { PEOPLE_LIST } from './person.list.js';
import { PersonQueries } from './person.queries.js';
import { PersonQueriesController } from './person.queries.controller.js';
import { existingPerson, personInPath } from './person.references.js';
import { people } from './person.stream.js';

export const personApi: Api = {
  commands: commandsOf(people, {
    RegisterPerson: {
      command: RegisterPerson,
      stream: ({ personId }, entity) => personStream(entity, personId),
      id: ({ personId }) => personId,
      begins: true,
      ids: { personId: personStream, managerId: personStream, leadId: personStream },
      references: async ({ managerId, leadId }, read, entity) => ({
        manager: await existingPerson(read, entity, managerId),
        lead: await existingPerson(read, entity, leadId),
      }),
    },
    ChangePerson: {
      command: ChangePerson,
      stream: ({ personId }, entity) => personStream(entity, personId),
      id: ({ personId }) => personId,
      ids: { personId: personStream, managerId: personStream, leadId: personStream },
      references: async ({ managerId, leadId }, read, entity) => ({
        manager: await existingPerson(read, entity, managerId ?? undefined),
        lead: await existingPerson(read, entity, leadId ?? undefined),
      }),
    },
    SeePerson: {
      command: SeePerson,
      stream: ({ personId }, entity) => personStream(entity, personId),
      id: ({ personId }) => personId,
      internal: true,
    },
  }),
  routes: {
    'POST /v1/people': { roles: ['manager', 'admin'], batch: { command: RegisterPerson } },
    'POST /v1/people/:id/changes': {
      roles: ['manager', 'admin'],
      batch: { command: ChangePerson, path: personInPath },
    },
    'GET /v1/people/:id': { roles: EVERYONE },
  },
  lists: [
    {
      list: PEOPLE_LIST,
      path: 'v1/people',
      tag: 'People',
      summary: 'People: owners, managers, leads and every actor seen',
      roles: EVERYONE,
    },
  ],
  writes: [PersonController],
  reads: [PersonQueriesController],
  providers: [PersonQueries],
};
