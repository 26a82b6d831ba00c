import { finishing } from '../asking/finish-pending.policy.js';
import type { Reaction } from '../manifest/reaction.js';
import { FinishCreditNote } from './credit.commands.js';

/** Finishes what a crash left pending between a credit note and the invoices that it names. */
export const creditNoteReactions: readonly Reaction[] = [
  finishing('finish credit notes', {
    from: 'live.credit_notes',
    finish: (creditNoteId) => Object.assign(new FinishCreditNote(), { creditNoteId }),
  }),
];
