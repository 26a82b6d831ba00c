import { table } from '@quittance/read-model';
import { OF_INVOICE, STATED } from '../columns.js';

/** A promise to pay. What became of it is worked out for each question: nothing of that is kept. */
export interface PromiseRow {
  id: string;
  invoice_id: string;
  number: string;
  customer_id: string;
  currency: string;
  amount: string;
  promised_on: string;
  made_on: string;
  made_by: string | null;
  reason: string | null;
  withdrawn_on: string | null;
  withdrawal: string | null;
  issued_at: bigint;
  issued_stated_at: Date;
  ended_at: bigint | null;
  ended_stated_at: Date | null;
  position: bigint;
}

export const promises = table<PromiseRow>({
  name: 'promises',
  comment: 'Promises to pay an invoice, or a part of it, by a day; /v1/promises says which were kept',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the promise, as the API answers it' },
    ...OF_INVOICE,
    amount: { type: 'numeric', comment: 'What was promised, in currency' },
    promised_on: { type: 'date', comment: 'Business date by the end of which it is to be paid' },
    made_on: { type: 'date', comment: 'Business date from which it counts' },
    made_by: { type: 'text', nullable: true, personal: true, comment: 'Who promised it; null: not stated' },
    reason: { type: 'text', nullable: true, personal: true, comment: 'Why not now; null: not stated' },
    withdrawn_on: { type: 'date', nullable: true, comment: 'First day after it; null: nobody withdrew it' },
    withdrawal: { type: 'text', nullable: true, personal: true, comment: 'Why it was withdrawn' },
    issued_at: { type: 'bigint', comment: 'Position of PromiseMade: the promise is known from it on' },
    issued_stated_at: STATED,
    ended_at: { type: 'bigint', nullable: true, comment: 'Position of PromiseWithdrawn' },
    ended_stated_at: { ...STATED, nullable: true },
    position: { type: 'bigint', comment: 'Position of the last fact that changed it' },
  },
  indexes: ['(invoice_id)', '(customer_id)', '(promised_on)', '(position)'],
});
