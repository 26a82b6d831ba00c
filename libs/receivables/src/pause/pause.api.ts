import { aboutCustomer, customerInPath } from '../customer/customer.references.js';
import { customers } from '../customer/customer.stream.js';
import { aboutInvoice, answersWith, invoiceInPath } from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { EndCustomerPause, EndPause, PauseCustomer, PauseInvoice } from './pause.commands.js';
import { CustomerPauseController, PauseController } from './pause.controller.js';
import { customerPause, pause } from './pause.decider.js';
import { PAUSES } from './pause.list.js';
import { pauseHolds, pauseExceptions } from './pause.sql.js';

const answer = answersWith('pauseId');
const way = { ...aboutInvoice, answer };
const customersWay = { ...aboutCustomer, answer };

export const pauseApi: Api = {
  commands: [
    ...commandsOn(invoices, pause, {
      PauseInvoice: { command: PauseInvoice, ...way },
      EndPause: { command: EndPause, ...way },
    }),
    ...commandsOn(customers, customerPause, {
      PauseCustomer: { command: PauseCustomer, ...customersWay },
      EndCustomerPause: { command: EndCustomerPause, ...customersWay },
    }),
  ],
  routes: {
    'POST /v1/invoices/:id/pauses': {
      roles: ['clerk', 'manager'],
      batch: { command: PauseInvoice, path: invoiceInPath() },
    },
    'POST /v1/invoices/:id/pauses/:pauseId/end': {
      roles: ['clerk', 'manager'],
      batch: {
        command: EndPause,
        path: invoiceInPath('pauseId'),
      },
    },
    'POST /v1/customers/:id/pauses': {
      roles: ['clerk', 'manager'],
      batch: { command: PauseCustomer, path: customerInPath() },
    },
    'POST /v1/customers/:id/pauses/:pauseId/end': {
      roles: ['clerk', 'manager'],
      batch: { command: EndCustomerPause, path: customerInPath('pauseId') },
    },
  },
  lists: [
    {
      list: PAUSES,
      path: 'v1/pauses',
      tag: 'Pauses',
      summary: 'Pauses of invoices and customers, one row each',
      description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
      counts: EVERYONE,
    },
  ],
  holds: [{ kind: 'paused', relation: pauseHolds }],
  exceptions: [{ kind: 'pause', relation: pauseExceptions }],
  codes: {
    'pause-not-found': [404, 'The invoice or customer has no such pause.', 'Look it up in /v1/pauses.'],
    'already-paused': [
      409,
      'The invoice or customer is paused already.',
      'End that pause first, or leave it so: `detail` says how long it holds.',
    ],
    'pause-over': [409, 'The pause is over.', 'Nothing is to be done: reminders go on.'],
  },
  writes: [PauseController, CustomerPauseController],
};
