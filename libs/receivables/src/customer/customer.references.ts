import type { ReadStreams } from '@quittance/event-store';
import { TextInPath, UuidInPath } from '@quittance/http';
import { customerStream } from '../streams.js';
import { type Customer, customers } from './customer.stream.js';

/** A customer who is only named: that they exist never changes. `undefined`: there is none, or none is named. */
export const existingCustomer = async (
  read: ReadStreams,
  entity: string,
  customerId: string | undefined,
): Promise<Customer | undefined> =>
  (customerId === undefined ? undefined : await read.cached(customers, customerStream(entity, customerId)))
    ?.customer ?? undefined;

/** A customer as they are now: what is left to them, their terms or their owner, may have changed a moment ago. */
export const customerNow = async (
  read: ReadStreams,
  entity: string,
  customerId: string,
): Promise<Customer | undefined> =>
  (await read.latest(customers, customerStream(entity, customerId)))?.customer ?? undefined;

/** What the path of a request says: which customer, and which part of them where the path names one. */
export const customerInPath =
  (part?: string) =>
  (id: string, partId = ''): object => ({
    customerId: TextInPath('id').transform(id, { type: 'param' }),
    ...(part && { [part]: UuidInPath(part).transform(partId, { type: 'param' }) }),
  });

/** The way of a command about a customer: to their stream. */
export const aboutCustomer = {
  stream: ({ customerId }: { customerId: string }, entity: string): string =>
    customerStream(entity, customerId),
  id: ({ customerId }: { customerId: string }): string => customerId,
  ids: { customerId: customerStream },
};
