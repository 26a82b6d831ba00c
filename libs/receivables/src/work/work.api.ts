import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { customerStream, workStream } from '../streams.js';
import { DoWork, SnoozeWork } from './work.commands.js';
import { WorkController } from './work.controller.js';
import { WORK } from './work.list.js';
import { WorkQueries } from './work.queries.js';
import { works } from './work.stream.js';

const way = {
  stream: ({ itemId }: { itemId: string }, entity: string): string => workStream(entity, itemId),
  id: ({ itemId }: { itemId: string }): string => itemId,
  references: ({ customerId }: { customerId?: string }, _read: unknown, entity: string) =>
    Promise.resolve({ subject: customerStream(entity, customerId ?? '') }),
};
const roles = ['clerk', 'manager'] as const;

export const workApi: Api = {
  commands: commandsOf(works, {
    DoWork: { command: DoWork, ...way },
    SnoozeWork: { command: SnoozeWork, ...way },
  }),
  routes: {
    'POST /v1/work/:id/done': { roles },
    'POST /v1/work/:id/snooze': { roles },
  },
  lists: [
    {
      list: WORK,
      path: 'v1/work',
      tag: 'Work',
      summary: 'What is to be done today, and why, the most urgent first',
      description:
        '`ownerId` gives what a person does and stands in for; counts by kind and owner: `/v1/work/facets?of=kind,ownerId`. ' +
        'With `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
      counts: EVERYONE,
    },
  ],
  codes: {
    'work-not-found': [404, 'There is nothing to do under this id.', 'Look in /v1/work.'],
    'already-done': [
      409,
      'It was done.',
      'Nothing is to be done: it comes again when there is new reason for it.',
    ],
  },
  writes: [WorkController],
  providers: [WorkQueries],
};
