import { date, id, list, uuid } from '@quittance/reading';

const ABSENCE_COLUMNS = {
  id: uuid('Of the absence', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  personId: id('Who is away', 'anna'),
  from: date('The first day', '2026-08-03', { sql: 'r.from_day' }),
  to: date('The last day', '2026-08-21', { sql: 'r.to_day' }),
  deputyId: id('Who stands in', 'lea'),
};

/** Absences, as they were known. */
export const ABSENCES = list({
  name: 'absences',
  columns: ABSENCE_COLUMNS,
  identity: 'id',
  sort: '-from',
  words: ['personId', 'deputyId'],
  rows: ({ cut }) => ({
    relation: `select a.id, a.person_id, a.from_day, a.to_day, a.from_day as "from", a.to_day as "to", a.deputy_id
      from live.absences a where ${cut.known('a')}`,
  }),
});
