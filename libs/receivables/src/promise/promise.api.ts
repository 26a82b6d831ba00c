import { aboutInvoice, answersWith, invoiceInPath } from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { MakePromise, WithdrawPromise } from './promise.commands.js';
import { PromiseController } from './promise.controller.js';
import { promise } from './promise.decider.js';
import { PROMISES } from './promise.list.js';
import { brokenPromises, promiseExceptions, promiseHolds } from './promise.cut.js';

const way = { ...aboutInvoice, answer: answersWith('promiseId') };

export const promiseApi: Api = {
  commands: commandsOn(invoices, promise, {
    MakePromise: { command: MakePromise, ...way },
    WithdrawPromise: { command: WithdrawPromise, ...way },
  }),
  routes: {
    'POST /v1/invoices/:id/promises': {
      roles: ['clerk', 'manager'],
      batch: { command: MakePromise, path: invoiceInPath() },
    },
    'POST /v1/invoices/:id/promises/:promiseId/withdrawal': {
      roles: ['clerk', 'manager'],
      batch: {
        command: WithdrawPromise,
        path: invoiceInPath('promiseId'),
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
  work: [
    {
      ...{ kind: 'broken-promise', urgency: 1, next: 'Call, or agree on a plan' },
      relation: brokenPromises,
    },
  ],
  holds: [{ kind: 'promised', relation: promiseHolds }],
  exceptions: [{ kind: 'promise', relation: promiseExceptions }],
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
