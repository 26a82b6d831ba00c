import { askedBack } from '../credit-note/credit-note.references.js';
import {
  aboutInvoice,
  answersWith,
  customerOfInvoice,
  invoiceInPath,
} from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { existingPerson } from '../person/person.references.js';
import { personStream } from '../streams.js';
import { RaiseDispute, ResolveDispute } from './dispute.commands.js';
import { DisputeController } from './dispute.controller.js';
import { dispute } from './dispute.decider.js';
import { DISPUTES } from './dispute.list.js';
import { disputeExceptions, disputeHolds, disputesToAnswer } from './dispute.sql.js';

const { stream } = aboutInvoice;
const answer = answersWith('disputeId');

export const disputeApi: Api = {
  commands: commandsOn(invoices, dispute, {
    RaiseDispute: {
      command: RaiseDispute,
      stream,
      ids: { ownerId: personStream },
      references: async ({ invoiceId, ownerId }, read, entity) => ({
        customerSubject: await customerOfInvoice(read, entity, invoiceId),
        owner: await existingPerson(read, entity, ownerId),
      }),
      answer,
    },
    ResolveDispute: {
      command: ResolveDispute,
      stream,
      references: async ({ invoiceId, creditNoteId }, read, entity) => ({
        customerSubject: await customerOfInvoice(read, entity, invoiceId),
        askedBack: creditNoteId === undefined ? [] : await askedBack(read, creditNoteId, invoiceId),
      }),
      answer,
    },
  }),
  routes: {
    'POST /v1/invoices/:id/disputes': {
      roles: ['clerk', 'manager'],
      batch: { command: RaiseDispute, path: invoiceInPath() },
    },
    'POST /v1/invoices/:id/disputes/:disputeId/resolution': {
      roles: ['clerk', 'manager'],
      batch: {
        command: ResolveDispute,
        path: invoiceInPath('disputeId'),
      },
    },
  },
  lists: [
    {
      list: DISPUTES,
      path: 'v1/disputes',
      tag: 'Disputes',
      summary: 'Disputes of invoices, one row each',
      description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
      counts: EVERYONE,
    },
  ],
  work: [
    {
      ...{ kind: 'dispute-to-answer', urgency: 2, next: 'Answer: uphold with a credit note, or reject' },
      relation: disputesToAnswer,
    },
  ],
  holds: [{ kind: 'disputed', relation: disputeHolds }],
  exceptions: [{ kind: 'dispute', relation: disputeExceptions }],
  codes: {
    'dispute-not-found': [404, 'The invoice has no such dispute.', 'Look it up in /v1/disputes?invoiceId=.'],
    'already-resolved': [409, 'The dispute was resolved before.', 'Raise another one, or leave it so.'],
    'more-than-disputed': [
      409,
      'More is to be upheld than is disputed.',
      'Send at most what is disputed: `detail` says it.',
    ],
    'more-than-open': [
      409,
      'In all more would be disputed than is open.',
      'Send at most what is open and not disputed: `detail` says both.',
    ],
    'needs-credit-note': [
      409,
      'A dispute is upheld only with a credit note whose applications to the invoice cover it.',
      'Apply a credit note to the invoice, then name it in `creditNoteId`; or uphold a part, with `amount`.',
    ],
  },
  writes: [DisputeController],
};
