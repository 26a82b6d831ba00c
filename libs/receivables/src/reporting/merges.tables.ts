import { table } from '@quittance/read-model';
import { STATED } from '../columns.js';

/** A customer who is shown as another one, and the undo of it. */
export interface MergeRow {
  id: string;
  customer_id: string;
  into_id: string;
  merged_on: string;
  reason: string | null;
  undo_reason: string | null;
  issued_at: bigint;
  issued_stated_at: Date;
  ended_at: bigint | null;
  ended_stated_at: Date | null;
  position: bigint;
}
export const merges = table<MergeRow>({
  name: 'merges',
  comment:
    'Merges of customers: from merged_on on, reports show customer_id as into_id, unless it was undone',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the merge, as the API answers it' },
    customer_id: { type: 'text', comment: 'Who is shown as the other one: customers.id' },
    into_id: { type: 'text', comment: 'The other one: customers.id' },
    merged_on: { type: 'date', comment: 'Business date from which it counts' },
    reason: { type: 'text', nullable: true, personal: true, comment: 'Why' },
    undo_reason: { type: 'text', nullable: true, personal: true, comment: 'Why it was undone' },
    issued_at: { type: 'bigint', comment: 'Position of CustomerMerged: the merge is known from it on' },
    issued_stated_at: STATED,
    ended_at: {
      type: 'bigint',
      nullable: true,
      comment: 'Position of CustomerMergeUndone: from it on, it never was',
    },
    ended_stated_at: { ...STATED, nullable: true },
    position: { type: 'bigint', comment: 'Position of the last fact that changed it' },
  },
  indexes: ['(customer_id)', '(into_id)', '(position)'],
});
