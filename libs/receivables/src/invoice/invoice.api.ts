import { isBounded } from '@quittance/kernel';
import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE, IMPORTED, LOOKED_UP } from '../manifest/roles.js';
import { existingPerson } from '../person/person.references.js';
import { customerStream, invoiceIdOf, invoiceStream, personStream } from '../streams.js';
import { GrantExtension, RevokeExtension } from './extension/extension.commands.js';
import { extensionExceptions, extensionHolds } from './extension/extension.sql.js';
import { InvoiceController } from './invoice.controller.js';
import { InvoiceDetailsQueries } from './invoice.details.js';
import { invoiceFigures } from './invoice.figures.js';
import { INVOICES } from './invoice.list.js';
import { InvoiceQueriesController } from './invoice.queries.controller.js';
import {
  aboutInvoice,
  answersWith,
  customerOfInvoice,
  invoiceInPath,
  issueReferences,
} from './invoice.references.js';
import { issuedOverLimit } from './invoice.sql.js';
import { invoices } from './invoice.stream.js';
import { answersLimit } from './issue/credit-limit.references.js';
import { IssueInvoice } from './issue/issue.commands.js';
import { reassignments } from './owner/owner.sql.js';
import { AssignOwner } from './owner/owner.commands.js';
import { ReturnApplied, SettleInvoice, UndoApplied } from './settlement/settlement.commands.js';

const path = invoiceInPath();
const { stream } = aboutInvoice;

export const invoiceApi: Api = {
  commands: commandsOf(invoices, {
    IssueInvoice: {
      command: IssueInvoice,
      stream: ({ number }, entity) => invoiceStream(invoiceIdOf(entity, number)),
      begins: true,
      ids: {
        number: (entity, number) => invoiceStream(invoiceIdOf(entity, number)),
        customerId: customerStream,
        ownerId: personStream,
      },
      unmistakable: { field: 'number', kind: 'invoice' },
      references: ({ context, ...command }, read, entity) =>
        issueReferences({ ...command, actorId: context.actor.id }, read, entity),
      answer: answersLimit,
    },
    RevokeExtension: { command: RevokeExtension, ...aboutInvoice, answer: answersWith('extensionId') },
    GrantExtension: {
      command: GrantExtension,
      answer: answersWith('extensionId'),
      ...aboutInvoice,
      policy: ({ context: { actor } }) => isBounded(actor),
    },
    AssignOwner: {
      command: AssignOwner,
      stream,
      ids: { ownerId: personStream },
      references: async ({ invoiceId, ownerId }, read, entity) => ({
        owner: await existingPerson(read, entity, ownerId),
        customerSubject: await customerOfInvoice(read, entity, invoiceId),
      }),
    },
    SettleInvoice: { command: SettleInvoice, stream, internal: 'sameBytes' },
    UndoApplied: { command: UndoApplied, stream, internal: 'sameBytes' },
    ReturnApplied: { command: ReturnApplied, stream, internal: 'sameBytes' },
  }),
  routes: {
    'POST /v1/invoices': { roles: IMPORTED, batch: { command: IssueInvoice } },
    'POST /v1/invoices/:id/extensions': {
      roles: ['clerk', 'manager'],
      batch: { command: GrantExtension, path },
    },
    'POST /v1/invoices/:id/extensions/:extensionId/revocation': {
      roles: ['clerk', 'manager'],
      batch: { command: RevokeExtension, path: invoiceInPath('extensionId') },
    },
    'POST /v1/invoices/:id/owner': { roles: ['clerk', 'manager'], batch: { command: AssignOwner, path } },
    'GET /v1/invoices/:id': { roles: EVERYONE },
    'GET /v1/invoices/:id/history': { roles: EVERYONE },
  },
  work: [
    {
      ...{ kind: 'over-limit', urgency: 4, next: 'Raise the limit, or ask for money first' },
      relation: issuedOverLimit,
    },
  ],
  lists: [
    {
      list: INVOICES,
      path: 'v1/invoices',
      tag: 'Invoices',
      summary: 'Invoices, one row each',
      description:
        'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then. Overdue is worked out at asOf.',
      stream: invoiceStream,
      roles: LOOKED_UP,
      counts: EVERYONE,
    },
  ],
  holds: [{ kind: 'extended', relation: extensionHolds }],
  exceptions: [
    { kind: 'extension', relation: extensionExceptions },
    { kind: 'reassignment', relation: reassignments },
  ],
  codes: {
    'extension-not-found': [
      404,
      'The invoice has no such extension.',
      '`extensions` of GET /v1/invoices/{id} has the ids.',
    ],
    'already-revoked': [409, 'The extension was revoked before.', 'Nothing is to be done.'],
  },
  sums: [invoiceFigures],
  writes: [InvoiceController],
  reads: [InvoiceQueriesController],
  providers: [InvoiceDetailsQueries],
};
