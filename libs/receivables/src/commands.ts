import { sideBySide } from '@quittance/kernel';
import {
  type AnyRoute,
  type ReadStreams,
  type RecordedFact,
  routesOf,
  type Told,
} from '@quittance/event-store';
import { BeginMacs, RecordLogHead } from './audit/log-head.commands.js';
import { logHeadDecider } from './audit/log-head.decider.js';
import { RegisterCustomer } from './customer/customer.commands.js';
import { customerDecider } from './customer/customer.decider.js';
import { ChaseInvoice } from './dunning/dunning.commands.js';
import { dunningDecider, type DunningReferences, STEPS, type StepKey } from './dunning/dunning.decider.js';
import { EraseCustomer, ErasePayment, ErasePerson } from './erasure/erasure.commands.js';
import { EFFECTIVE_ON, type FactType } from './facts.js';
import { GrantExtension } from './invoice/extension/extension.commands.js';
import { agreedDueDate, invoiceStream as invoiceFolding, ownerOn } from './invoice/invoice.stream.js';
import { IssueInvoice } from './invoice/issue/issue.commands.js';
import { AssignOwner } from './invoice/owner/owner.commands.js';
import { SettleInvoice } from './invoice/settlement/settlement.commands.js';
import { ReleaseStreams } from './parked/parked.commands.js';
import { parkedDecider } from './parked/parked.decider.js';
import { RecordPayment } from './payment/payment.commands.js';
import { paymentDecider } from './payment/payment.decider.js';
import { settle, settlePayment } from './payment/settle-payment.js';
import { RegisterPerson, SeePerson } from './person/person.commands.js';
import { personDecider } from './person/person.decider.js';
import {
  customerStream,
  dunningStream,
  formerPaymentIdOf,
  invoiceIdOf,
  invoiceStream,
  logHeadStream,
  parkedStream,
  paymentIdOf,
  paymentStream,
  personStream,
  stepId,
} from './streams.js';

// Which command goes to which stream, and what it must know beside it. Of people, customers and invoices that are
// only named, what never changes is asked for: that they exist, and what they were registered or issued with.

const person = async (read: ReadStreams, entity: string, personId: string | undefined) =>
  (personId === undefined ? undefined : await read.known(personDecider, personStream(entity, personId))) ??
  undefined;

const customer = async (read: ReadStreams, entity: string, customerId: string | undefined) =>
  (customerId === undefined
    ? undefined
    : await read.known(customerDecider, customerStream(entity, customerId))) ?? undefined;

/** Invoices of one payment that are read at a time. */
const READ_AT_ONCE = 50;
const invoice = async (read: ReadStreams, invoiceId: string) =>
  (await read.known(invoiceFolding, invoiceStream(invoiceId)))?.issue ?? undefined;

/** The stream of an invoice's customer; of nobody, when there is no such invoice. */
const customerOf = async (read: ReadStreams, entity: string, invoiceId: string) =>
  customerStream(entity, (await invoice(read, invoiceId))?.customerId ?? '');

const people = routesOf(personDecider, {
  RegisterPerson: {
    command: RegisterPerson,
    stream: ({ personId }, entity) => personStream(entity, personId),
    id: ({ personId }) => personId,
    begins: true,
    ids: { personId: personStream, managerId: personStream, leadId: personStream },
    references: async ({ managerId, leadId }, read, entity) => ({
      manager: await person(read, entity, managerId),
      lead: await person(read, entity, leadId),
    }),
  },
  SeePerson: {
    command: SeePerson,
    stream: ({ personId }, entity) => personStream(entity, personId),
    id: ({ personId }) => personId,
    internal: true,
  },
  ErasePerson: {
    command: ErasePerson,
    stream: ({ personId }, entity) => personStream(entity, personId),
    ids: { personId: personStream },
  },
});

const customers = routesOf(customerDecider, {
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
    references: async ({ ownerId }, read, entity) => ({ owner: await person(read, entity, ownerId) }),
  },
  EraseCustomer: {
    command: EraseCustomer,
    stream: ({ customerId }, entity) => customerStream(entity, customerId),
    ids: { customerId: customerStream },
  },
});

const invoices = routesOf(invoiceFolding, {
  IssueInvoice: {
    command: IssueInvoice,
    stream: ({ number }, entity) => invoiceStream(invoiceIdOf(entity, number)),
    begins: true,
    ids: {
      number: (entity, number) => invoiceStream(invoiceIdOf(entity, number)),
      customerId: customerStream,
      ownerId: personStream,
    },
    unmistakable: { field: 'number', kind: 'invoice' },
    references: async ({ customerId, ownerId }, read, entity) => ({
      customer: await customer(read, entity, customerId),
      customerSubject: customerStream(entity, customerId),
      owner: await person(read, entity, ownerId),
    }),
  },
  GrantExtension: {
    command: GrantExtension,
    stream: ({ invoiceId }) => invoiceStream(invoiceId),
    references: async ({ invoiceId }, read, entity) => ({
      customerSubject: await customerOf(read, entity, invoiceId),
    }),
  },
  AssignOwner: {
    command: AssignOwner,
    stream: ({ invoiceId }) => invoiceStream(invoiceId),
    ids: { ownerId: personStream },
    references: async ({ invoiceId, ownerId }, read, entity) => ({
      owner: await person(read, entity, ownerId),
      customerSubject: await customerOf(read, entity, invoiceId),
    }),
  },
  SettleInvoice: {
    command: SettleInvoice,
    stream: ({ invoiceId }) => invoiceStream(invoiceId),
    internal: 'sameBytes',
  },
});

/** Source and external id stay as they are written when a payment stands under them so. */
const asWritten = (entity: string, _id: string, command: RecordPayment): string =>
  paymentStream(paymentIdOf(entity, command, command.context));

const payments = routesOf(paymentDecider, {
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
      const named = await sideBySide(READ_AT_ONCE, allocations, ({ invoiceId }) => invoice(read, invoiceId));
      const customerId = payerId ?? named[0]?.customerId;
      return {
        payer: await customer(read, entity, payerId),
        invoices: named,
        customerSubject: customerId === undefined ? undefined : customerStream(entity, customerId),
      };
    },
    answer: ({ facts: [fact], id }, execute, store) =>
      fact ? settle(fact, execute) : settlePayment(store, execute, id),
  },
  ErasePayment: { command: ErasePayment, stream: ({ paymentId }) => paymentStream(paymentId) },
});

const chases = routesOf(dunningDecider, {
  ChaseInvoice: {
    command: ChaseInvoice,
    stream: ({ invoiceId }) => dunningStream(invoiceId),
    internal: true,
    references: async ({ invoiceId }, read, entity): Promise<DunningReferences['ChaseInvoice']> => {
      // Here the invoice must be as it is now: whether it is paid decides.
      const chased = (await read.latest(invoiceFolding, invoiceStream(invoiceId))) ?? undefined;
      const agreed = chased ? agreedDueDate(chased) : '';
      const ids = STEPS.map(({ step }) => [step, stepId(invoiceId, step, agreed)] as const);
      const owner = chased && (await read.latest(personDecider, personStream(entity, ownerOn(chased))));
      return {
        invoice: chased,
        stepIds: Object.fromEntries(ids) as Record<StepKey, string>,
        escalatedTo: owner?.managerId ?? owner?.leadId ?? null,
      };
    },
  },
});

const logHeads = routesOf(logHeadDecider, {
  RecordLogHead: {
    command: RecordLogHead,
    stream: (_command, entity) => logHeadStream(entity),
    internal: true,
  },
  BeginMacs: {
    command: BeginMacs,
    stream: (_command, entity) => logHeadStream(entity),
    internal: true,
  },
});

const releases = routesOf(parkedDecider, {
  ReleaseStreams: { command: ReleaseStreams, stream: (_command, entity) => parkedStream(entity) },
});

/** Every command of the receivables. */
export const ROUTES: readonly AnyRoute[] = [
  ...people,
  ...customers,
  ...invoices,
  ...payments,
  ...chases,
  ...logHeads,
  ...releases,
];

/** The business date that a fact counts from, and the version of its shape (docs/facts.md). */
export const aboutFact = ({ type, data }: { type: string; data: object }) => ({
  effectiveOn: EFFECTIVE_ON[type as FactType](data as never),
  schema: 1,
});

/** Which names facts take, and which they free: what `LookAlikes` reads the log for. */
export const namedBy: Told = ({ type, data }: RecordedFact) => {
  const { number, customerId } = data ?? {};
  if (type === 'InvoiceIssued' && typeof number === 'string') return { kind: 'invoice', name: number };
  if (typeof customerId !== 'string') return undefined;
  if (type === 'CustomerRegistered') return { kind: 'customer', name: customerId };
  // Whoever was erased does not stand in the way of a namesake.
  if (type === 'PersonalDataErased') return { kind: 'customer', name: customerId, freed: true };
  return undefined;
};
