import { aboutInvoice, answersWith, invoiceInPath } from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { HandToCollection, ReturnFromCollection } from './collection.commands.js';
import { CollectionController } from './collection.controller.js';
import { collection } from './collection.decider.js';
import { COLLECTIONS } from './collection.list.js';
import { collectionHolds, collectionExceptions } from './collection.sql.js';

const way = { ...aboutInvoice, answer: answersWith('collectionId') };

export const collectionApi: Api = {
  commands: commandsOn(invoices, collection, {
    HandToCollection: { command: HandToCollection, ...way },
    ReturnFromCollection: { command: ReturnFromCollection, ...way },
  }),
  routes: {
    'POST /v1/invoices/:id/collections': {
      roles: ['clerk', 'manager'],
      batch: { command: HandToCollection, path: invoiceInPath() },
    },
    'POST /v1/invoices/:id/collections/:collectionId/return': {
      roles: ['clerk', 'manager'],
      batch: { command: ReturnFromCollection, path: invoiceInPath('collectionId') },
    },
  },
  lists: [
    {
      list: COLLECTIONS,
      path: 'v1/collections',
      tag: 'Collections',
      summary: 'Invoices handed over to collection, a row each time',
      description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
      counts: EVERYONE,
    },
  ],
  holds: [{ kind: 'in-collection', relation: collectionHolds }],
  exceptions: [{ kind: 'collection', relation: collectionExceptions }],
  codes: {
    'collection-not-found': [
      404,
      'The invoice has no such hand-over.',
      'Look it up in /v1/collections?invoiceId=.',
    ],
    'in-collection': [
      409,
      'The invoice is in collection on that day.',
      'Take it back first (`/return`), or hand it over from the day it came back on: `detail` says it.',
    ],
    'already-returned': [409, 'The invoice came back from collection before.', 'Nothing is to be done.'],
  },
  writes: [CollectionController],
};
