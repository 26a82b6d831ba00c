import { sideBySide } from '@quittance/kernel';
import { existingCustomer } from '../customer/customer.references.js';
import { issuedInvoice } from '../invoice/invoice.references.js';
import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE, IMPORTED, LOOKED_UP } from '../manifest/roles.js';
import { customerStream, formerPaymentIdOf, paymentIdOf, paymentStream } from '../streams.js';
import { RecordPayment } from './payment.commands.js';
import { PaymentController } from './payment.controller.js';
import { PAYMENTS } from './payment.list.js';
import { PaymentQueries } from './payment.queries.js';
import { PaymentQueriesController } from './payment.queries.controller.js';
import { payments } from './payment.stream.js';
import { settle, settlePayment } from './settle-payment.js';

/** Invoices of one payment that are read at a time. */
const READ_AT_ONCE = 50;

/** Source and external id stay as they are written when a payment stands under them so. */
const asWritten = (entity: string, _id: string, command: RecordPayment): string =>
  paymentStream(paymentIdOf(entity, command, command.context));

export const paymentApi: Api = {
  commands: commandsOf(payments, {
    RecordPayment: {
      command: RecordPayment,
      stream: (command, entity) => paymentStream(paymentIdOf(entity, command, command.context)),
      formerStream: (command, entity) =>
        paymentStream(
          command.externalId === undefined
            ? formerPaymentIdOf(entity, command.context.key)
            : paymentIdOf(entity, command, command.context),
        ),
      begins: true,
      ids: { payerId: customerStream, source: asWritten, externalId: asWritten },
      references: async ({ allocations = [], payerId }, read, entity) => {
        const named = await sideBySide(READ_AT_ONCE, allocations, ({ invoiceId }) =>
          issuedInvoice(read, invoiceId),
        );
        const customerId = payerId ?? named[0]?.customerId;
        return {
          payer: await existingCustomer(read, entity, payerId),
          invoices: named,
          customerSubject: customerId === undefined ? undefined : customerStream(entity, customerId),
        };
      },
      answer: ({ facts: [fact], id }, execute, store) =>
        fact ? settle(fact, execute) : settlePayment(store, execute, id),
    },
  }),
  routes: {
    'POST /v1/payments': { roles: IMPORTED, batch: { command: RecordPayment } },
    'GET /v1/payments/:id': { roles: EVERYONE },
  },
  lists: [
    {
      list: PAYMENTS,
      path: 'v1/payments',
      tag: 'Payments',
      summary: 'Payments: received = allocated + pending + unapplied',
      description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      stream: paymentStream,
      roles: LOOKED_UP,
      counts: EVERYONE,
    },
  ],
  writes: [PaymentController],
  reads: [PaymentQueriesController],
  providers: [PaymentQueries],
};
