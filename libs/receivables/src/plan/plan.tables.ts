import { table } from '@quittance/read-model';
import { OF_INVOICE, STATED } from '../columns.js';

/** A plan. What became of it is worked out for each question: nothing of that is kept. */
export interface PlanRow {
  id: string;
  invoice_id: string;
  number: string;
  customer_id: string;
  currency: string;
  amount: string;
  instalments: unknown;
  agreed_on: string;
  reason: string | null;
  revoked_on: string | null;
  revocation: string | null;
  issued_at: bigint;
  issued_stated_at: Date;
  ended_at: bigint | null;
  ended_stated_at: Date | null;
  position: bigint;
}

export const plans = table<PlanRow>({
  name: 'plans',
  comment: 'Plans by which invoices are paid in parts; /v1/plans says which hold, are broken or done',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the plan, as the API answers it' },
    ...OF_INVOICE,
    amount: { type: 'numeric', comment: 'The sum of its parts, in currency' },
    instalments: { type: 'jsonb', comment: 'List of {dueOn, amount} in order of date' },
    agreed_on: { type: 'date', comment: 'Business date from which it counts' },
    reason: { type: 'text', nullable: true, personal: true, comment: 'Why' },
    revoked_on: { type: 'date', nullable: true, comment: 'First day after it; null: nobody revoked it' },
    revocation: { type: 'text', nullable: true, personal: true, comment: 'Why it was revoked' },
    issued_at: { type: 'bigint', comment: 'Position of PlanAgreed: the plan is known from it on' },
    issued_stated_at: STATED,
    ended_at: { type: 'bigint', nullable: true, comment: 'Position of PlanRevoked' },
    ended_stated_at: { ...STATED, nullable: true },
    position: { type: 'bigint', comment: 'Position of the last fact that changed it' },
  },
  indexes: ['(invoice_id)', '(customer_id)', '(position)'],
});
