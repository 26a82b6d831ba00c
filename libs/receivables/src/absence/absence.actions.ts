import { once } from '../../../../test/faults/support/books/balance.js';
import type { FeatureActions } from '../../../../test/histories/simulated/action.js';

export const absenceActions: FeatureActions = {
  actions: [],
  balances: [
    {
      of: 'absences',
      projection: 'absences',
      what: 'who is away, and who stands in',
      sql: 'select id::text, person_id, from_day, to_day, deputy_id, position from live.absences',
      must: (facts) =>
        once(facts, 'AbsenceRecorded', 'absenceId', ({ said, at }) => [
          ...[said.personId, said.from, said.to, said.deputyId, at],
        ]),
    },
  ],
  agrees: () => undefined,
};
