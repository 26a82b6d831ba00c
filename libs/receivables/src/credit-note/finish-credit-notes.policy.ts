import type { Execute } from '@quittance/event-store';
import type { Pool } from 'pg';
import { FinishPending } from '../asking/finish-pending.policy.js';
import { FinishCreditNote } from './credit.commands.js';

const ACTOR = { id: 'system:reactor', roles: ['system'] };

/** Finishes what a crash left pending between a credit note and the invoices that it names. */
export class FinishCreditNotes extends FinishPending {
  constructor(database: Pool, execute: Execute) {
    super(database, { table: 'credit_notes', pending: 'unanswered > 0' }, (creditNoteId) => {
      const context = {
        key: creditNoteId,
        hash: '',
        actor: ACTOR,
        correlationId: creditNoteId,
        causationId: creditNoteId,
      };
      return execute(Object.assign(new FinishCreditNote(), { creditNoteId, context }));
    });
  }
}
