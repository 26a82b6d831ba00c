import type { Projection } from '@quittance/read-model';
import type { AbsenceFacts } from './absence.events.js';
import { absences } from './absence.tables.js';

export const absenceProjection: Projection<AbsenceFacts> = {
  name: 'absences',
  comment: 'Days on which somebody else stands in',
  tables: [absences],
  on: {
    AbsenceRecorded: ({ data, at, statedAt }, changes) =>
      changes.put(absences, {
        id: data.absenceId,
        person_id: data.personId,
        from_day: data.from,
        to_day: data.to,
        deputy_id: data.deputyId,
        ...{ position: at, stated_at: statedAt },
      }),
  },
};
