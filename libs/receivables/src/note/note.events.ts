import type { Personal } from '../personal.js';

/** Notes, facts of `invoice-<uuid>` and of `customer-<uuid>`. */
export interface NoteFacts {
  NoteAdded: {
    /** Left out, with the number: the note is on the customer. */
    invoiceId?: string;
    number?: string;
    customerId: string;
    noteId: string;
    /** The day it counts from. */
    notedOn: string;
    /** The day on which somebody is to come back to it. */
    followUpOn?: string;
    personal: Personal<{ text: string }>;
  };
}
