import type { ReadStreams } from '@quittance/event-store';
import { creditNoteStream } from '../streams.js';
import { creditNotes } from './credit-note.stream.js';

/** What a credit note asks back of an invoice, as far as its stream knows no answer yet. */
export async function askedBack(
  read: ReadStreams,
  creditNoteId: string,
  invoiceId: string,
): Promise<string[]> {
  const note = (await read.latest(creditNotes, creditNoteStream(creditNoteId)))?.creditNote;
  return Object.values(note?.takenBack ?? {}).flatMap(({ invoice, amount }) =>
    invoice.invoiceId === invoiceId ? [amount] : [],
  );
}
