import type { ReadStreams } from '@quittance/event-store';
import { UuidInPath } from '@quittance/http';
import { sideBySide } from '@quittance/kernel';
import { namedCustomer } from '../customer/customer.references.js';
import { issuedInvoice } from '../invoice/invoice.references.js';
import type { Issued } from '../invoice/invoice.stream.js';
import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE, IMPORTED, LOOKED_UP } from '../manifest/roles.js';
import { customerStream, formerPaymentIdOf, paymentIdOf, paymentStream } from '../streams.js';
import { finishedFirst } from '../asking/finished-first.js';
import { allocated, finishPayment } from './finish-payment.js';
import {
  AllocatePayment,
  type AllocationField,
  FinishPayment,
  type OnPayment,
  RecordPayment,
  RecordPaymentAnswers,
} from './payment.commands.js';
import { PaymentController } from './payment.controller.js';
import { PAYMENTS } from './payment.list.js';
import { moneyToAllocate } from './payment.sql.js';
import { PaymentQueries } from './payment.queries.js';
import { PaymentQueriesController } from './payment.queries.controller.js';
import { payments } from './payment.stream.js';

/** Invoices of one payment that are read at a time. */
const READ_AT_ONCE = 50;

/** Source and external id stay as they are written when a payment stands under them so. */
const asWritten = (entity: string, _id: string, command: RecordPayment): string =>
  paymentStream(paymentIdOf(entity, command, command.context));

const stream = ({ paymentId }: { paymentId: string }): string => paymentStream(paymentId);

/** An invoice's customer, currency and day of issue never change. */
const named = (read: ReadStreams, parts: readonly AllocationField[] = []): Promise<(Issued | undefined)[]> =>
  sideBySide(READ_AT_ONCE, parts, ({ invoiceId }) => issuedInvoice(read, invoiceId));

/** Refusals that may rest on an answer of an invoice that a crash left out, or that no release before kept. */
const instead = finishedFirst<OnPayment>(['more-than-free'], ({ paymentId, context }) =>
  Object.assign(new FinishPayment(), { paymentId, context }),
);

const uuid = (name: string, value: string): string => UuidInPath(name).transform(value, { type: 'param' });
const path = (id: string): object => ({ paymentId: uuid('id', id) });

const CLERKS = ['clerk', 'manager'] as const;

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
      references: async ({ allocations, payerId }, read, entity) => {
        const invoices = await named(read, allocations);
        const customerId = payerId ?? invoices[0]?.customerId;
        return {
          payer: await namedCustomer(read, entity, payerId),
          invoices,
          customerSubject: customerId === undefined ? undefined : customerStream(entity, customerId),
        };
      },
      answer: allocated,
    },
    AllocatePayment: {
      command: AllocatePayment,
      stream,
      references: async ({ allocations }, read) => ({ invoices: await named(read, allocations) }),
      instead,
      answer: allocated,
    },
    RecordPaymentAnswers: { command: RecordPaymentAnswers, stream, internal: true },
    FinishPayment: {
      command: FinishPayment,
      stream,
      internal: true,
      answer: ({ id }, execute, store) => finishPayment(store, execute, id),
    },
  }),
  codes: {
    'more-than-free': [
      409,
      'Less of the payment is free.',
      'Send at most what is unapplied; an undo of an allocation frees more.',
    ],
  },
  routes: {
    'POST /v1/payments': { roles: IMPORTED, batch: { command: RecordPayment } },
    'POST /v1/payments/:id/allocations': { roles: CLERKS, batch: { command: AllocatePayment, path } },
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
  work: [
    {
      ...{ kind: 'payment-to-allocate', urgency: 5, next: 'Allocate it, or pay it back' },
      relation: moneyToAllocate,
    },
  ],
  writes: [PaymentController],
  reads: [PaymentQueriesController],
  providers: [PaymentQueries],
};
