import { type EventStore, mustBeWhole, type Position, type RecordedFact } from '@quittance/event-store';
import { isUuid } from '@quittance/http';
import { Rejection } from '@quittance/kernel';
import { asToday } from '../features.js';
import type { PaymentFacts } from '../payment/payment.events.js';
import { customerStream, dunningStream, invoiceIdOf, invoiceStream } from '../streams.js';
import { readableLog } from './readable-log.js';
import { MalformedFactError } from './malformed-fact.js';

/** What is exported: everything, or what belongs to an invoice or a customer, or what was recorded in some days. */
export interface Selection {
  /** Number or id. */
  invoice?: string;
  customer?: string;
  /** First and last day on which it was recorded, in the entity's zone. */
  from?: string;
  to?: string;
}

/** The facts of the log up to a position, heartbeats left out. */
export async function* logUpTo(store: EventStore, through: Position): AsyncGenerator<RecordedFact> {
  for await (const fact of readableLog(store)) {
    if (fact.position.commit > through.commit) return;
    if (!fact.stream.startsWith('heartbeat-')) yield fact;
  }
}

/**
 * The streams that belong to an invoice or a customer: theirs, the chases, and every payment that was meant for one
 * of the invoices or came from the customer. Undefined: all streams. Reads the log once.
 * @throws Rejection 404 when there is no such invoice or customer; ChainBrokenError, MalformedFactError
 */
export async function streamsOf(
  store: EventStore,
  entity: string,
  { invoice, customer }: Selection,
  through: Position,
): Promise<ReadonlySet<string> | undefined> {
  if (invoice === undefined && customer === undefined) return undefined;
  const invoiceId = invoice === undefined ? undefined : await idOf(store, entity, invoice);
  const streams = new Set<string>();
  if (customer !== undefined)
    await exists(store, customerStream(entity, customer), streams, 'customer', customer);
  const invoices = new Set<string>();
  const choose = ({ type, data, stream }: RecordedFact): void => {
    if (type === 'InvoiceIssued') {
      const issued = data as { invoiceId: string; customerId: string };
      if (issued.invoiceId !== invoiceId && issued.customerId !== customer) return;
      invoices.add(issued.invoiceId);
      for (const name of [stream, dunningStream(issued.invoiceId)]) streams.add(name);
      streams.add(customerStream(entity, issued.customerId));
    } else if (type === 'PaymentReceived') {
      const payment = data as unknown as PaymentFacts['PaymentReceived'];
      const theirs = customer !== undefined && [payment.payerId, payment.customerId].includes(customer);
      if (theirs || payment.allocations.some((part) => invoices.has(part.invoiceId))) streams.add(stream);
    }
  };
  for await (const fact of logUpTo(store, through)) {
    try {
      choose(asToday(fact));
    } catch (error) {
      mustBeWhole(fact);
      throw new MalformedFactError(fact, `it cannot be read: ${(error as Error).message}`);
    }
  }
  return streams;
}

/** A number may look like an id: the number counts first. */
async function idOf(store: EventStore, entity: string, invoice: string): Promise<string> {
  const byNumber = invoiceIdOf(entity, invoice.normalize('NFC').trim());
  const ids = isUuid(invoice) ? [byNumber, invoice.toLowerCase()] : [byNumber];
  for (const id of ids) {
    for await (const _fact of store.read(invoiceStream(id))) return id;
  }
  throw Rejection.notFound('invoice-not-found', `There is no invoice ${invoice}.`);
}

async function exists(
  store: EventStore,
  stream: string,
  streams: Set<string>,
  kind: string,
  id: string,
): Promise<void> {
  for await (const _fact of store.read(stream)) return void streams.add(stream);
  throw Rejection.notFound(`${kind}-not-found`, `There is no ${kind} ${id}.`);
}
