import fc from 'fast-check';
import { once } from '../../../../test/faults/support/books/balance.js';
import { action, day, type FeatureActions, NAMES } from '../../../../test/histories/simulated/action.js';
import { dayAt, type Sheet } from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { RecordAbsence } from './absence.commands.js';
import { type AbsenceRow, absences } from './absence.tables.js';

interface Absence {
  id: string;
  from: string;
  to: string;
  deputy: string;
}
/** By who is away. Whoever stands in owns nothing by it. */
const ABSENCES: Sheet<Map<string, Absence[]>> = { name: 'absences', blank: () => new Map() };

const leave = action({
  do: 'be away',
  weight: 1,
  draw: fc.record({
    person: fc.nat(2),
    deputy: fc.nat(2),
    first: day,
    days: fc.integer({ min: -1, max: 20 }),
  }),
  words: ({ person, deputy, first, days }) =>
    `${NAMES.people[person]} is away from ${dayAt(first)} to ${dayAt(first + days)}: ${NAMES.people[deputy]} stands in`,
  command: ({ person, deputy, first, days }, _books, { people }) => ({
    ...{ person: people[person]!, deputy: people[deputy]!, from: dayAt(first), to: dayAt(first + days) },
  }),
  verdict: ({ person, deputy, from, to }, books) => {
    if (to < from || deputy === person) return 'invalid';
    const others = books.on(ABSENCES).get(person) ?? [];
    return others.some((each) => each.from <= to && from <= each.to) ? 'already-absent' : 'ok';
  },
  take: ({ person, deputy, from, to }, books, { absenceId }) => {
    const all = books.on(ABSENCES).get(person) ?? [];
    books.on(ABSENCES).set(person, [...all, { id: absenceId!, from, to, deputy }]);
  },
  request: ({ person: personId, deputy: deputyId, from, to }) => ({
    ...{
      type: RecordAbsence,
      path: `/v1/people/${encodeURIComponent(personId)}/absences`,
      named: { personId },
    },
    body: { from, to, deputyId },
  }),
});

export const absenceActions: FeatureActions = {
  actions: [leave],
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
  agrees: (books, tables) => {
    const is = tables
      .rows<AbsenceRow>(absences)
      .map((row) => [row.id, row.person_id, row.from_day, row.to_day, row.deputy_id]);
    const must = [...books.on(ABSENCES)].flatMap(([person, all]) =>
      all.map(({ id, from, to, deputy }) => [id, person, from, to, deputy]),
    );
    equal('absences', is.sort(), must.sort());
  },
};
