import type { CommandMessage, Outcome, ReadStreams } from '@quittance/event-store';
import { UuidInPath } from '@quittance/http';
import { customerOfInvoice } from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { invoiceStream } from '../streams.js';
import { EndPause, type PauseAnswer, PauseInvoice } from './pause.commands.js';
import { PauseController } from './pause.controller.js';
import { pause } from './pause.decider.js';
import { PAUSES } from './pause.list.js';
import { pauseHolds } from './pause.sql.js';

type OfInvoice = CommandMessage & { invoiceId: string };
const uuid = (name: string, value: string): string => UuidInPath(name).transform(value, { type: 'param' });
const way = {
  stream: ({ invoiceId }: OfInvoice): string => invoiceStream(invoiceId),
  references: async ({ invoiceId }: OfInvoice, read: ReadStreams, entity: string) => ({
    customerSubject: await customerOfInvoice(read, entity, invoiceId),
  }),
  answer: async ({ facts: [written] }: Outcome): Promise<PauseAnswer> => ({
    pauseId: written!.data.pauseId as string,
  }),
};

export const pauseApi: Api = {
  commands: commandsOn(invoices, pause, {
    PauseInvoice: { command: PauseInvoice, ...way },
    EndPause: { command: EndPause, ...way },
  }),
  routes: {
    'POST /v1/invoices/:id/pauses': {
      roles: ['clerk', 'manager'],
      batch: { command: PauseInvoice, path: (id) => ({ invoiceId: uuid('id', id) }) },
    },
    'POST /v1/invoices/:id/pauses/:pauseId/end': {
      roles: ['clerk', 'manager'],
      batch: {
        command: EndPause,
        path: (id, pauseId) => ({ invoiceId: uuid('id', id), pauseId: uuid('pauseId', pauseId) }),
      },
    },
  },
  lists: [
    {
      list: PAUSES,
      path: 'v1/pauses',
      tag: 'Pauses',
      summary: 'Pauses of invoices, one row each',
      description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
      counts: EVERYONE,
    },
  ],
  holds: [{ kind: 'paused', relation: pauseHolds }],
  codes: {
    'pause-not-found': [404, 'The invoice has no such pause.', 'Look it up in /v1/pauses?invoiceId=.'],
    'already-paused': [
      409,
      'The invoice is paused already.',
      'End that pause first, or leave it so: `detail` says how long it holds.',
    ],
    'pause-over': [409, 'The pause is over.', 'Nothing is to be done: reminders go on.'],
  },
  writes: [PauseController],
};
