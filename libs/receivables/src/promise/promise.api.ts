import type { CommandMessage, Outcome, ReadStreams } from '@quittance/event-store';
import { UuidInPath } from '@quittance/http';
import { customerOfInvoice } from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { invoiceStream } from '../streams.js';
import { MakePromise, type PromiseAnswer, WithdrawPromise } from './promise.commands.js';
import { PromiseController } from './promise.controller.js';
import { promise } from './promise.decider.js';
import { PROMISES } from './promise.list.js';
import { promiseHolds } from './promise.sql.js';

type OfInvoice = CommandMessage & { invoiceId: string };
const uuid = (name: string, value: string): string => UuidInPath(name).transform(value, { type: 'param' });
const way = {
  stream: ({ invoiceId }: OfInvoice): string => invoiceStream(invoiceId),
  references: async ({ invoiceId }: OfInvoice, read: ReadStreams, entity: string) => ({
    customerSubject: await customerOfInvoice(read, entity, invoiceId),
  }),
  answer: async ({ facts: [written] }: Outcome): Promise<PromiseAnswer> => ({
    promiseId: written!.data.promiseId as string,
  }),
};

export const promiseApi: Api = {
  commands: commandsOn(invoices, promise, {
    MakePromise: { command: MakePromise, ...way },
    WithdrawPromise: { command: WithdrawPromise, ...way },
  }),
  routes: {
    'POST /v1/invoices/:id/promises': {
      roles: ['clerk', 'manager'],
      batch: { command: MakePromise, path: (id) => ({ invoiceId: uuid('id', id) }) },
    },
    'POST /v1/invoices/:id/promises/:promiseId/withdrawal': {
      roles: ['clerk', 'manager'],
      batch: {
        command: WithdrawPromise,
        path: (id, promiseId) => ({ invoiceId: uuid('id', id), promiseId: uuid('promiseId', promiseId) }),
      },
    },
  },
  lists: [
    {
      list: PROMISES,
      path: 'v1/promises',
      tag: 'Promises',
      summary: 'Promises to pay, one row each, with what became of them',
      description: 'As of today, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
      counts: EVERYONE,
    },
  ],
  holds: [{ kind: 'promised', relation: promiseHolds }],
  codes: {
    'promise-not-found': [404, 'The invoice has no such promise.', 'Look it up in /v1/promises?invoiceId=.'],
    'promise-above-open': [
      409,
      'More is promised than was open on that day.',
      'Send at most what was open: `detail` says it.',
    ],
    'already-promised': [
      409,
      'The invoice has another promise for these days.',
      'Withdraw that one first, or leave it so: `detail` says it.',
    ],
    'already-withdrawn': [409, 'The promise was withdrawn before.', 'Nothing is to be done.'],
  },
  writes: [PromiseController],
};
