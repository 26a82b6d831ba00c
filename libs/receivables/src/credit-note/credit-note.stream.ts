import { type StateOf, stream } from '@quittance/kernel';
import { creditNote, type CreditNoteSlice } from './credit-note.decider.js';

export type CreditNoteState = StateOf<CreditNoteSlice>;

/** What we owe a customer for what was invoiced: `credit-note-<uuid>`. */
export const creditNotes = stream('credit-note', [creditNote]);
