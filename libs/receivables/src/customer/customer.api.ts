import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE, IMPORTED, LOOKED_UP } from '../manifest/roles.js';
import { personNow } from '../person/person.references.js';
import { customerStream, personStream } from '../streams.js';
import { ChangeCustomer } from './change/change.commands.js';
import { RegisterCustomer } from './customer.commands.js';
import { CustomerController } from './customer.controller.js';
import { CUSTOMER_COUNTS } from './customer.counts.js';
import { CustomerQueries } from './customer.queries.js';
import { CustomerQueriesController } from './customer.queries.controller.js';
import { aboutCustomer, customerInPath } from './customer.references.js';
import { customers } from './customer.stream.js';

export const customerApi: Api = {
  commands: commandsOf(customers, {
    RegisterCustomer: {
      command: RegisterCustomer,
      stream: ({ customerId }, entity) => customerStream(entity, customerId),
      id: ({ customerId }) => customerId,
      begins: true,
      ids: { customerId: customerStream, ownerId: personStream },
      unmistakable: {
        field: 'customerId',
        kind: 'customer',
        accepted: ({ acceptLookalike }) => acceptLookalike === true,
      },
      references: async ({ ownerId }, read, entity) => ({
        owner: ownerId === undefined ? undefined : await personNow(read, entity, ownerId),
      }),
    },
    ChangeCustomer: {
      command: ChangeCustomer,
      ...aboutCustomer,
      ids: { customerId: customerStream, ownerId: personStream },
      references: async ({ ownerId }, read, entity) => ({
        owner: ownerId ? await personNow(read, entity, ownerId) : undefined,
      }),
    },
  }),
  routes: {
    'POST /v1/customers': { roles: IMPORTED, batch: { command: RegisterCustomer } },
    'POST /v1/customers/:id/changes': {
      roles: ['clerk', 'manager'],
      batch: { command: ChangeCustomer, path: customerInPath() },
    },
    'GET /v1/customers': { roles: LOOKED_UP },
    'GET /v1/customers/:id': { roles: EVERYONE },
  },
  lists: [
    {
      ...{ list: CUSTOMER_COUNTS, path: 'v1/customers', tag: 'Customers' },
      ...{ summary: 'Customers with what they owe', counts: EVERYONE },
    },
  ],
  writes: [CustomerController],
  reads: [CustomerQueriesController],
  providers: [CustomerQueries],
};
