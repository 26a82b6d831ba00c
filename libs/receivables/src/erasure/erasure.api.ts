import { customers } from '../customer/customer.stream.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { payments } from '../payment/payment.stream.js';
import { people } from '../person/person.stream.js';
import { customerStream, paymentStream, personStream } from '../streams.js';
import { EraseCustomer, ErasePayment, ErasePerson } from './erasure.commands.js';
import { ErasureController } from './erasure.controller.js';
import { customerErasure, paymentErasure, personErasure } from './erasure.decider.js';
import { ErasureQueries } from './erasure.queries.js';
import { ErasureQueriesController } from './erasure.queries.controller.js';

export const erasureApi: Api = {
  commands: [
    ...commandsOn(customers, customerErasure, {
      EraseCustomer: {
        command: EraseCustomer,
        stream: ({ customerId }, entity) => customerStream(entity, customerId),
        ids: { customerId: customerStream },
      },
    }),
    ...commandsOn(people, personErasure, {
      ErasePerson: {
        command: ErasePerson,
        stream: ({ personId }, entity) => personStream(entity, personId),
        ids: { personId: personStream },
      },
    }),
    ...commandsOn(payments, paymentErasure, {
      ErasePayment: { command: ErasePayment, stream: ({ paymentId }) => paymentStream(paymentId) },
    }),
  ],
  routes: {
    'POST /v1/erasures': { roles: ['admin'] },
    'GET /v1/erasures/:id': { roles: ['admin', 'auditor'] },
  },
  writes: [ErasureController],
  reads: [ErasureQueriesController],
  providers: [ErasureQueries],
};
