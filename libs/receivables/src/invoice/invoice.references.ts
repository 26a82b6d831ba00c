import type { ReadStreams } from '@quittance/event-store';
import { customerStream, invoiceStream } from '../streams.js';
import { type Invoice, invoices, type Issued } from './invoice.stream.js';

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
