import type { ReadStreams } from '@quittance/event-store';
import { customerStream } from '../streams.js';
import { type Customer, customers } from './customer.stream.js';

/** A customer who is only named: that they exist, and what they were registered with, never changes. `undefined`: there is none, or none is named. */
export const existingCustomer = async (
  read: ReadStreams,
  entity: string,
  customerId: string | undefined,
): Promise<Customer | undefined> =>
  (customerId === undefined ? undefined : await read.cached(customers, customerStream(entity, customerId)))
    ?.customer ?? undefined;
