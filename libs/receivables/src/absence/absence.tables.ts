import { table } from '@quittance/read-model';
import { LINE } from '../columns.js';

/** A person who is away. */
export interface AbsenceRow {
  id: string;
  person_id: string;
  from_day: string;
  to_day: string;
  deputy_id: string;
  position: bigint;
  stated_at: Date;
}
export const absences = table<AbsenceRow>({
  name: 'absences',
  comment: 'Absences of people: from from_day to to_day, deputy_id stands in',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the absence, as the API answers it' },
    person_id: { type: 'text', comment: 'Who is away: people.id' },
    from_day: { type: 'date', comment: 'The first day' },
    to_day: { type: 'date', comment: 'The last day' },
    deputy_id: { type: 'text', comment: 'Who stands in: people.id' },
    position: LINE.position,
    stated_at: LINE.stated_at,
  },
  indexes: ['(person_id)', '(deputy_id)'],
});
