import { CommandBus } from '@nestjs/cqrs';
import type { EventStore } from '@quittance/event-store';
import { Pool } from 'pg';
import { answersWith } from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { EVENT_STORE } from '../parts.js';
import { handsOf, personInPath, personNow } from '../person/person.references.js';
import { people } from '../person/person.stream.js';
import { invoiceStream, personStream } from '../streams.js';
import { FinishHandOvers } from './finish-hand-overs.policy.js';
import { HandOver, TakeOver, UndoHandOver } from './hand-over.commands.js';
import { HandOverController } from './hand-over.controller.js';
import { handOver } from './hand-over.decider.js';
import { HAND_OVERS } from './hand-over.list.js';
import { takeOver } from './take-over.decider.js';

const ofPerson = {
  stream: ({ personId }: { personId: string }, entity: string): string => personStream(entity, personId),
  id: ({ personId }: { personId: string }): string => personId,
  answer: answersWith('handOverId'),
};
const roles = ['manager'] as const;

export const handOverApi: Api = {
  commands: [
    ...commandsOn(people, handOver, {
      HandOver: {
        command: HandOver,
        ...ofPerson,
        ids: { personId: personStream, toPersonId: personStream },
        references: async ({ toPersonId }, read, entity) => ({
          to: await personNow(read, entity, toPersonId),
          ...(await handsOf(read, entity, toPersonId)),
        }),
      },
      UndoHandOver: { command: UndoHandOver, ...ofPerson, ids: { personId: personStream } },
    }),
    ...commandsOn(invoices, takeOver, {
      TakeOver: {
        command: TakeOver,
        stream: ({ invoiceId }) => invoiceStream(invoiceId),
        internal: 'sameBytes',
      },
    }),
  ],
  routes: {
    'POST /v1/people/:id/hand-over': { roles, batch: { command: HandOver, path: personInPath } },
    'POST /v1/people/:id/hand-over/undo': { roles, batch: { command: UndoHandOver, path: personInPath } },
  },
  lists: [
    {
      list: HAND_OVERS,
      path: 'v1/hand-overs',
      tag: 'People',
      summary: 'Hand-overs from person to person, one row each',
      description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
    },
  ],
  codes: {
    'not-handed-over': [409, 'The person has handed nothing over.', 'Nothing is to be undone.'],
  },
  writes: [HandOverController],
  providers: [
    {
      provide: FinishHandOvers,
      inject: [Pool, EVENT_STORE, CommandBus],
      useFactory: (pool: Pool, store: EventStore, commands: CommandBus) =>
        new FinishHandOvers(pool, store, (command) => commands.execute(command)),
    },
  ],
};
