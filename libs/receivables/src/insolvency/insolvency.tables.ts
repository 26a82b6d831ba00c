import { table } from '@quittance/read-model';
import { STATED } from '../columns.js';

/** An insolvency of a customer, and its end. */
export interface InsolvencyRow {
  id: string;
  customer_id: string;
  since: string;
  reference: string | null;
  reason: string | null;
  ended_on: string | null;
  end_reason: string | null;
  issued_at: bigint;
  issued_stated_at: Date;
  ended_at: bigint | null;
  ended_stated_at: Date | null;
  position: bigint;
}
export const insolvencies = table<InsolvencyRow>({
  name: 'insolvencies',
  comment:
    'Insolvencies of customers: nobody is asked for what they owe from since to the day before ended_on',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the insolvency, as the API answers it' },
    customer_id: { type: 'text', comment: 'Who is insolvent: customers.id' },
    since: { type: 'date', comment: 'Business date from which it counts' },
    reference: { type: 'text', nullable: true, comment: "Number of the court's file" },
    reason: { type: 'text', nullable: true, personal: true, comment: 'Why' },
    ended_on: { type: 'date', nullable: true, comment: 'First day after it; null: it is not over' },
    end_reason: { type: 'text', nullable: true, personal: true, comment: 'Why it is over' },
    issued_at: { type: 'bigint', comment: 'Position of CustomerInsolvent: known from it on' },
    issued_stated_at: STATED,
    ended_at: { type: 'bigint', nullable: true, comment: 'Position of CustomerInsolvencyEnded' },
    ended_stated_at: { ...STATED, nullable: true },
    position: { type: 'bigint', comment: 'Position of the last fact that changed it' },
  },
  indexes: ['(customer_id)', '(position)'],
});
