import type { ReadStreams } from '@quittance/event-store';
import { namedCustomer } from '../customer/customer.references.js';
import type { Customer } from '../customer/customer.stream.js';
import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE, IMPORTED, LOOKED_UP } from '../manifest/roles.js';
import { customerStream, formerPaymentIdOf, paymentIdOf, paymentStream } from '../streams.js';
import { changed, finishPayment, received, returned, undone } from './finish-payment.js';
import {
  CancelPayment,
  IdentifyPayer,
  RefundPayment,
  ReturnPayment,
  ReverseRefund,
  ReverseReturn,
  TransferUnapplied,
} from './moving.commands.js';
import { MovingController } from './moving.controller.js';
import { paymentCodes } from './payment.codes.js';
import {
  AllocatePayment,
  type AllocationField,
  FinishPayment,
  type OnPayment,
  RecordPayment,
  RecordPaymentAnswers,
  UndoAllocation,
  UndoAllocations,
} from './payment.commands.js';
import { PaymentController } from './payment.controller.js';
import { RELEASED } from './payment.decider.js';
import { PAYMENTS } from './payment.list.js';
import { finishedBefore, meaningOf, paymentInPath, uuid } from './payment.references.js';
import { paymentFigures } from './payment.figures.js';
import { moneyToAllocate } from './payment.sql.js';
import { PaymentQueries } from './payment.queries.js';
import { PaymentQueriesController } from './payment.queries.controller.js';
import { payments, reasonOf } from './payment.stream.js';

/** Source and external id stay as they are written when a payment stands under them so. */
const asWritten = (entity: string, _id: string, command: RecordPayment): string =>
  paymentStream(paymentIdOf(entity, command, command.context));

const stream = ({ paymentId }: { paymentId: string }): string => paymentStream(paymentId);

/** Limits are asked for where something is kept back. */
const policy = ({ allocations = [] }: { allocations?: readonly AllocationField[] }): boolean =>
  allocations.some(({ differences }) => differences !== undefined);

const instead = finishedBefore('more-than-free', 'more-than-applied', 'allocation-pending', 'in-use');

/** The key that seals what is said about people: that of whose money it is; while nobody is known, that of the payment. */
const subject = async (
  { paymentId }: { paymentId: string },
  read: ReadStreams,
  entity: string,
): Promise<{ subject: string }> => {
  const payment = (await read.latest(payments, paymentStream(paymentId)))?.payment;
  const sealed =
    payment?.subject ?? (payment?.payer == null ? undefined : customerStream(entity, payment.payer));
  return { subject: sealed ?? paymentStream(paymentId) };
};

/** And the customer whom it names. */
const withCustomer = async (
  command: OnPayment & { customerId: string },
  read: ReadStreams,
  entity: string,
): Promise<{ subject: string; customer: Customer | undefined }> => ({
  ...(await subject(command, read, entity)),
  customer: await namedCustomer(read, entity, command.customerId),
});

/** A way of a later request. */
const later = { stream, references: subject, instead, answer: changed };

const path = paymentInPath;
const pathOf =
  (part: 'allocationId' | 'refundId' | 'returnId') =>
  (id: string, partId: string): object => ({ ...path(id), [part]: uuid('partId', partId) });

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
      policy,
      ids: { payerId: customerStream, source: asWritten, externalId: asWritten },
      references: async ({ allocations, payerId }, read, entity) => {
        const meaning = await meaningOf(read, allocations);
        const customerId = payerId ?? meaning.invoices[0]?.customerId;
        return {
          payer: await namedCustomer(read, entity, payerId),
          ...meaning,
          customerSubject: customerId === undefined ? undefined : customerStream(entity, customerId),
        };
      },
      // One that was cancelled and released stays what it is: the money is another payment.
      instead: async (command, { errors: [error] }) =>
        error?.rule === RELEASED
          ? Object.assign(new RecordPayment(), command, { released: (command.released ?? 0) + 1 })
          : undefined,
      answer: received,
    },
    AllocatePayment: {
      command: AllocatePayment,
      ...later,
      references: async (command, read, entity) => ({
        ...(await meaningOf(read, command.allocations)),
        ...(reasonOf(command.allocations) !== undefined && (await subject(command, read, entity))),
      }),
      policy,
    },
    UndoAllocation: { command: UndoAllocation, ...later, answer: undone },
    UndoAllocations: { command: UndoAllocations, ...later },
    CancelPayment: { command: CancelPayment, ...later },
    IdentifyPayer: {
      command: IdentifyPayer,
      ...later,
      references: withCustomer,
      ids: { customerId: customerStream },
    },
    TransferUnapplied: {
      command: TransferUnapplied,
      ...later,
      references: withCustomer,
      ids: { customerId: customerStream, from: customerStream },
    },
    RefundPayment: { command: RefundPayment, ...later, ids: { customerId: customerStream } },
    ReverseRefund: { command: ReverseRefund, ...later },
    ReturnPayment: { command: ReturnPayment, ...later, answer: returned },
    ReverseReturn: { command: ReverseReturn, ...later },
    RecordPaymentAnswers: { command: RecordPaymentAnswers, stream, internal: true },
    FinishPayment: {
      command: FinishPayment,
      stream,
      internal: true,
      answer: ({ id }, execute, store) => finishPayment(store, execute, id),
    },
  }),
  codes: paymentCodes,
  routes: {
    'POST /v1/payments': { roles: IMPORTED, batch: { command: RecordPayment } },
    'POST /v1/payments/:id/allocations': { roles: CLERKS, batch: { command: AllocatePayment, path } },
    'POST /v1/payments/:id/allocations/undo': { roles: CLERKS, batch: { command: UndoAllocations, path } },
    'POST /v1/payments/:id/allocations/:partId/undo': {
      roles: CLERKS,
      batch: { command: UndoAllocation, path: pathOf('allocationId') },
    },
    'POST /v1/payments/:id/cancellation': { roles: ['manager'], batch: { command: CancelPayment, path } },
    'POST /v1/payments/:id/payer': { roles: CLERKS, batch: { command: IdentifyPayer, path } },
    'POST /v1/payments/:id/transfers': { roles: CLERKS, batch: { command: TransferUnapplied, path } },
    'POST /v1/payments/:id/refunds': { roles: CLERKS, batch: { command: RefundPayment, path } },
    'POST /v1/payments/:id/refunds/:partId/reversal': {
      roles: CLERKS,
      batch: { command: ReverseRefund, path: pathOf('refundId') },
    },
    'POST /v1/payments/:id/returns': { roles: CLERKS, batch: { command: ReturnPayment, path } },
    'POST /v1/payments/:id/returns/:partId/reversal': {
      roles: CLERKS,
      batch: { command: ReverseReturn, path: pathOf('returnId') },
    },
    'GET /v1/payments/:id': { roles: EVERYONE },
  },
  lists: [
    {
      list: PAYMENTS,
      path: 'v1/payments',
      tag: 'Payments',
      summary: 'Payments: received = allocated + pending + refunded + returned + unapplied',
      description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      stream: paymentStream,
      roles: LOOKED_UP,
      counts: EVERYONE,
      compares: EVERYONE,
    },
  ],
  work: [
    {
      ...{
        kind: 'payment-to-allocate',
        urgency: 5,
        next: 'Accept a proposal (/v1/payments/{id}/proposals), allocate it, or pay it back',
      },
      relation: moneyToAllocate,
    },
  ],
  sums: [paymentFigures],
  writes: [PaymentController, MovingController],
  reads: [PaymentQueriesController],
  providers: [PaymentQueries],
};
