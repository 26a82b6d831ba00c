import { type FactOf, stream } from '@quittance/kernel';
import { given, wrongField } from '../../../../test/support/decisions.js';
import type { PersonFacts } from '../person/person.events.js';
import { person } from '../person/person.decider.js';
import { absence } from './absence.decider.js';

const people = stream('person', [person, absence], { opened: true });
const SEEN: FactOf<PersonFacts> = {
  type: 'PersonSeen',
  data: { personId: 'anna', roles: ['clerk'], seenOn: '2026-01-02' },
};
const AWAY = {
  type: 'AbsenceRecorded',
  data: { personId: 'anna', absenceId: 'part-0', from: '2026-08-03', to: '2026-08-21', deputyId: 'lea' },
} as const;

describe('an absence', () => {
  const away = (
    change: object = {},
    deputy: { registered: boolean } | undefined = { registered: true },
    ...more: (typeof AWAY)[]
  ) =>
    given(people, SEEN, ...more).when(
      'RecordAbsence',
      { personId: 'anna', from: '2026-08-03', to: '2026-08-21', deputyId: 'lea', ...change },
      { deputy },
    );

  it('says who stands in, from the first to the last day, also in the future', () =>
    expect(away()).toEqual([AWAY]));

  it('is on days of its own', () => {
    const there = { registered: true };
    expect(away({ from: '2026-08-21', to: '2026-08-30' }, there, AWAY)).toMatchObject({
      refused: 'already-absent',
    });
    expect(away({ from: '2026-08-22', to: '2026-08-30' }, there, AWAY)).toHaveLength(1);
  });

  it('ends after it begins, with somebody else who exists', () => {
    expect(away({ to: '2026-08-02' })).toEqual(wrongField('/to', 'not-before-from'));
    expect(away({ deputyId: 'anna' })).toEqual(wrongField('/deputyId', 'another'));
    const nobody = given(people, SEEN).when(
      'RecordAbsence',
      { personId: 'anna', from: '2026-08-03', to: '2026-08-21', deputyId: 'nobody' },
      { deputy: undefined },
    );
    expect(nobody).toEqual(wrongField('/deputyId', 'exists', 'unknown-person'));
  });
});
