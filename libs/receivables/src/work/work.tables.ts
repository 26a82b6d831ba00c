import { table } from '@quittance/read-model';
import { LINE } from '../columns.js';

/** That something was done, or put off. */
export interface WorkMark {
  position: bigint;
  item_id: string;
  effective_on: string;
  until: string | null;
  said: string | null;
  stated_at: Date;
}
export const workMarks = table<WorkMark>({
  name: 'work_marks',
  comment: 'What was done of the work list, or put off; the list itself is worked out when it is asked',
  key: ['position'],
  columns: {
    position: LINE.position,
    item_id: { type: 'text', comment: 'Id of the thing to do' },
    effective_on: LINE.effective_on,
    until: { type: 'date', nullable: true, comment: 'Day on which it is there again; null: it was done' },
    said: { type: 'text', nullable: true, personal: true, comment: 'A note, or why' },
    stated_at: LINE.stated_at,
  },
  indexes: ['(item_id)'],
});
