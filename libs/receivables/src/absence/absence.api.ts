import { answersWith } from '../invoice/invoice.references.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { existingPerson, personInPath } from '../person/person.references.js';
import { people } from '../person/person.stream.js';
import { personStream } from '../streams.js';
import { RecordAbsence } from './absence.commands.js';
import { AbsenceController } from './absence.controller.js';
import { absence } from './absence.decider.js';
import { ABSENCES } from './absence.list.js';

export const absenceApi: Api = {
  commands: commandsOn(people, absence, {
    RecordAbsence: {
      command: RecordAbsence,
      stream: ({ personId }, entity) => personStream(entity, personId),
      id: ({ personId }) => personId,
      ids: { personId: personStream, deputyId: personStream },
      references: async ({ deputyId }, read, entity) => ({
        deputy: await existingPerson(read, entity, deputyId),
      }),
      answer: answersWith('absenceId'),
    },
  }),
  routes: {
    'POST /v1/people/:id/absences': {
      roles: ['manager', 'admin'],
      batch: { command: RecordAbsence, path: personInPath },
    },
  },
  lists: [
    {
      list: ABSENCES,
      path: 'v1/absences',
      tag: 'People',
      summary: 'Absences of people, one row each',
      description: 'With `knownAt` or `known` as known then.',
      roles: EVERYONE,
    },
  ],
  codes: {
    'already-absent': [
      409,
      'The person is away on some of these days already.',
      'Name days beside those in `detail`.',
    ],
  },
  writes: [AbsenceController],
};
