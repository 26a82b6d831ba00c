import type { ReadStreams } from '@quittance/event-store';
import { TextInPath, UuidInPath } from '@quittance/http';
import { customerStream } from '../streams.js';
import { type Customer, customers, type CustomerState, isMerged } from './customer.stream.js';

/**
 * A customer whom a command names, as they are now: what is left to them may have changed a moment ago, and so may who they
 * are. `undefined`: there is none, or none is named.
 * @throws Rejection `merged`, which says who they are
 */
export async function namedCustomer(
  read: ReadStreams,
  entity: string,
  customerId: string | undefined,
): Promise<Customer | undefined> {
  if (customerId === undefined) return undefined;
  const customer = await customerNow(read, entity, customerId);
  if (customer?.mergedInto === undefined) return customer;
  throw isMerged(customerId, await shownAs(read, entity, customer.mergedInto));
}

/** Merges after one another that are followed: there are no circles. */
const DEEPEST = 50;

/** Who a customer is by the merges in force now: themselves, where they were not merged. */
export async function shownAs(read: ReadStreams, entity: string, customerId: string): Promise<string> {
  let root = customerId;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const into = (await customerNow(read, entity, root))?.mergedInto;
    if (into === undefined) return root;
    root = into;
  }
  return root;
}

/** A customer as they are now, merged or not. */
export const customerNow = async (
  read: ReadStreams,
  entity: string,
  customerId: string,
): Promise<Customer | undefined> =>
  (await read.latest(customers, customerStream(entity, customerId)))?.customer ?? undefined;

/**
 * All that is kept now of a customer, and of whom they are shown as: what holds up what they owe, by whichever features.
 * @param others who may be merged with them: those who still are merged count, too
 */
export async function customerStatesNow(
  read: ReadStreams,
  entity: string,
  customerId: string,
  others: readonly string[] = [],
): Promise<CustomerState[]> {
  const states = new Map<string, CustomerState>();
  for (const first of [customerId, ...others])
    for (let next: string | undefined = first; next !== undefined && !states.has(next);) {
      const state: CustomerState | undefined = await read.latest(customers, customerStream(entity, next));
      const into: string | undefined = state?.customer?.mergedInto;
      if (state && (first === customerId || into !== undefined)) states.set(next, state);
      next = into;
    }
  return [...states.values()];
}

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
