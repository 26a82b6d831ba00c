import { creditOf } from './issue/credit-limit.references.js';
import type { Outcome, ReadStreams } from '@quittance/event-store';
import { UuidInPath } from '@quittance/http';
import { namedCustomer } from '../customer/customer.references.js';
import { type Customer, customerOn } from '../customer/customer.stream.js';
import { existingPerson, fallsTo } from '../person/person.references.js';
import { customerStream, invoiceStream } from '../streams.js';
import { type Invoice, invoices, type Issued, type IssueReferences } from './invoice.stream.js';

/** What an invoice was issued with never changes: its customer, its currency. `undefined`: there is no such invoice. */
export const issuedInvoice = async (read: ReadStreams, invoiceId: string): Promise<Issued | undefined> =>
  (await read.cached(invoices, invoiceStream(invoiceId)))?.issue ?? undefined;

/** The stream of an invoice's customer; of nobody, when there is no such invoice. */
export const customerOfInvoice = async (
  read: ReadStreams,
  entity: string,
  invoiceId: string,
): Promise<string> => customerStream(entity, (await issuedInvoice(read, invoiceId))?.customerId ?? '');

/** An invoice as it is now: what is open, what holds. */
export const invoiceNow = (read: ReadStreams, invoiceId: string): Promise<Invoice | undefined> =>
  read.latest(invoices, invoiceStream(invoiceId));

interface OfInvoice {
  invoiceId: string;
}

/** The way of a command about an invoice: to its stream, with that of its customer, whose key seals what is said about people. */
export const aboutInvoice = {
  stream: ({ invoiceId }: OfInvoice): string => invoiceStream(invoiceId),
  references: async ({ invoiceId }: OfInvoice, read: ReadStreams, entity: string) => ({
    customerSubject: await customerOfInvoice(read, entity, invoiceId),
  }),
};

/** What a command about a part of an invoice answers: the id of that part, which its fact has in the same field. */
export const answersWith =
  <Field extends string>(field: Field) =>
  async ({ facts: [written] }: Outcome): Promise<Record<Field, string>> =>
    ({ [field]: written!.data[field] }) as Record<Field, string>;

const uuid = (name: string, value: string): string => UuidInPath(name).transform(value, { type: 'param' });

/** What the path of a request says: which invoice, and which part of it where the path names one. */
export const invoiceInPath =
  (part?: string) =>
  (id: string, partId = ''): object => ({
    invoiceId: uuid('id', id),
    ...(part && { [part]: uuid(part, partId) }),
  });

/** Who follows up what nobody is named for: the customer's owner of the day, else whoever issues it; or who took over from them. */
function ownerOf(
  read: ReadStreams,
  entity: string,
  customer: Customer | undefined,
  on: string,
  actor: string,
): Promise<string> {
  const { ownerId, ownerDespite } = customer ? customerOn(customer, on) : {};
  return ownerId === undefined ? fallsTo(read, entity, actor) : fallsTo(read, entity, ownerId, ownerDespite);
}

/** What an invoice to be issued must know of its customer and owner. */
export async function issueReferences(
  of: {
    customerId: string;
    currency?: string;
    issuedOn: string;
    ownerId?: string;
    opening?: object;
    actorId: string;
  },
  read: ReadStreams,
  entity: string,
): Promise<IssueReferences> {
  const { customerId, ownerId, issuedOn, actorId } = of;
  const customer = await namedCustomer(read, entity, customerId);
  return {
    customer,
    credit: await creditOf(read, customer, of),
    customerSubject: customerStream(entity, customerId),
    owner: await existingPerson(read, entity, ownerId),
    fallback: ownerId ?? (await ownerOf(read, entity, customer, issuedOn, actorId)),
  };
}
