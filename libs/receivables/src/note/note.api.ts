import { customers } from '../customer/customer.stream.js';
import { aboutCustomer, customerInPath } from '../customer/customer.references.js';
import { aboutInvoice, answersWith, invoiceInPath } from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { AddCustomerNote, AddInvoiceNote } from './note.commands.js';
import { CustomerNoteController, InvoiceNoteController } from './note.controller.js';
import { customerNote, invoiceNote } from './note.decider.js';
import { followUps, NOTES } from './note.list.js';
import { noteExceptions } from './note.sql.js';

const answer = answersWith('noteId');
const roles = ['clerk', 'manager'] as const;

export const noteApi: Api = {
  commands: [
    ...commandsOn(invoices, invoiceNote, {
      AddInvoiceNote: { command: AddInvoiceNote, ...aboutInvoice, answer },
    }),
    ...commandsOn(customers, customerNote, {
      AddCustomerNote: { command: AddCustomerNote, ...aboutCustomer, answer },
    }),
  ],
  routes: {
    'POST /v1/invoices/:id/notes': { roles, batch: { command: AddInvoiceNote, path: invoiceInPath() } },
    'POST /v1/customers/:id/notes': { roles, batch: { command: AddCustomerNote, path: customerInPath() } },
  },
  lists: [
    {
      list: NOTES,
      path: 'v1/notes',
      tag: 'Notes',
      summary: 'Notes on invoices and customers, one row each',
      description: 'With `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
    },
  ],
  exceptions: [{ kind: 'note', relation: noteExceptions }],
  work: [
    {
      ...{ kind: 'follow-up', urgency: 6, next: 'Come back to it: see the note' },
      relation: followUps,
    },
  ],
  writes: [InvoiceNoteController, CustomerNoteController],
};
