import type { ReadStreams } from '@quittance/event-store';
import { type Invoice, invoices } from '../invoice/invoice.stream.js';
import { invoiceStream } from '../streams.js';
import type { Disputes } from './dispute.state.decider.js';

/** What disputes of an invoice were upheld by a credit note, one entry a dispute, and from which day. */
export async function upheldByNote(
  read: ReadStreams,
  invoiceId: string,
  creditNoteId: string,
): Promise<{ on: string; amount: string }[]> {
  // Slices of other features are in the state of whoever reads the stream.
  const state = await read.latest(invoices, invoiceStream(invoiceId));
  const { dispute = [] } = (state ?? {}) as Partial<Invoice & { dispute: Disputes }>;
  return dispute.flatMap(({ resolved }) =>
    resolved?.amount !== undefined && resolved.creditNoteId === creditNoteId
      ? [{ on: resolved.on, amount: resolved.amount }]
      : [],
  );
}
