import { aboutCustomer, customerInPath } from '../customer/customer.references.js';
import { customers } from '../customer/customer.stream.js';
import { answersWith } from '../invoice/invoice.references.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { DeclareInsolvency, EndInsolvency } from './insolvency.commands.js';
import { InsolvencyController } from './insolvency.controller.js';
import { insolvency } from './insolvency.decider.js';
import { INSOLVENCIES } from './insolvency.list.js';
import { insolvencyHolds, insolvencyExceptions } from './insolvency.sql.js';

const way = { ...aboutCustomer, answer: answersWith('insolvencyId') };
const path = customerInPath();

export const insolvencyApi: Api = {
  commands: commandsOn(customers, insolvency, {
    DeclareInsolvency: { command: DeclareInsolvency, ...way },
    EndInsolvency: { command: EndInsolvency, ...way },
  }),
  routes: {
    'POST /v1/customers/:id/insolvency': { roles: ['manager'], batch: { command: DeclareInsolvency, path } },
    'POST /v1/customers/:id/insolvency/end': { roles: ['manager'], batch: { command: EndInsolvency, path } },
  },
  lists: [
    {
      list: INSOLVENCIES,
      path: 'v1/insolvencies',
      tag: 'Customers',
      summary: 'Insolvencies of customers, one row each',
      description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
    },
  ],
  holds: [{ kind: 'insolvent', relation: insolvencyHolds }],
  exceptions: [{ kind: 'insolvency', relation: insolvencyExceptions }],
  codes: {
    'already-insolvent': [
      409,
      'The customer is insolvent on that day.',
      'End that insolvency first, or leave it so: `detail` says since when.',
    ],
    'not-insolvent': [
      409,
      'The customer is not insolvent.',
      'Nothing is to be done: they are asked as others are.',
    ],
  },
  writes: [InsolvencyController],
};
