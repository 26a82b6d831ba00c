import { aboutInvoice, invoiceInPath } from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { SendInvoice, VoidInvoice } from './document.commands.js';
import { DocumentController } from './document.controller.js';
import { document } from './document.decider.js';
import { SENDINGS } from './document.list.js';

export const documentApi: Api = {
  commands: commandsOn(invoices, document, {
    SendInvoice: { command: SendInvoice, ...aboutInvoice },
    VoidInvoice: { command: VoidInvoice, ...aboutInvoice },
  }),
  routes: {
    'POST /v1/invoices/:id/sent': {
      roles: ['clerk', 'manager'],
      batch: { command: SendInvoice, path: invoiceInPath() },
    },
    'POST /v1/invoices/:id/void': {
      roles: ['manager'],
      batch: { command: VoidInvoice, path: invoiceInPath() },
    },
  },
  lists: [
    {
      list: SENDINGS,
      path: 'v1/sendings',
      tag: 'Invoices',
      summary: 'How invoices were sent, a row each time',
      description: 'With `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
    },
  ],
  codes: {
    void: [409, 'The invoice is void: nothing more becomes of it.', 'Issue an invoice under another number.'],
    'already-sent': [
      409,
      'The invoice was sent in that way on that day.',
      'Nothing is to be done. Sent again later or in another way, it is recorded with that day and channel.',
    ],
    'cannot-void': [
      409,
      'Only an invoice that was never sent and never settled can become void; one that was imported or taken over counts as sent.',
      'Issue a credit note (`POST /v1/credit-notes`) and apply it to the invoice.',
    ],
  },
  writes: [DocumentController],
};
